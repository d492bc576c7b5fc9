package org.appel.postings.model;

import java.time.Instant;

/**
 * That an open posting was closed because its deadline had passed. It happens once for each version of the deadline.
 *
 * @param version of the posting
 * @param closesAt first instant after the deadline
 * @param closedAt when it was closed; not before {@code closesAt}
 */
public record DeadlinePassed(
        PostingId postingId,
        String organisation,
        int version,
        int deadlineVersion,
        Instant closesAt,
        Instant closedAt) {}
