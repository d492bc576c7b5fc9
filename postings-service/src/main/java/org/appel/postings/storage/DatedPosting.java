package org.appel.postings.storage;

import java.time.Instant;

import org.appel.postings.model.Posting;

/** @param changedAt when what the public is shown of it was changed last */
public record DatedPosting(Posting.Open posting, Instant changedAt) {}
