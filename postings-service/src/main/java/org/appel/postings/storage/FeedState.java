package org.appel.postings.storage;

import java.time.Instant;

/**
 * The open postings of a feed as a whole.
 *
 * @param count how many there are
 * @param fingerprint another one as soon as a posting comes, goes or changes, or its organisation does
 * @param changedAt when anything that any feed shows was changed last
 */
public record FeedState(long count, long fingerprint, Instant changedAt) {}
