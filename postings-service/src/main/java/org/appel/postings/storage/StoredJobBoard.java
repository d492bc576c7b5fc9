package org.appel.postings.storage;

import org.appel.postings.model.JobBoard;

/**
 * A job board with the number of times that it was written.
 *
 * @param revision what an ETag is made of
 */
public record StoredJobBoard(JobBoard board, long revision) {}
