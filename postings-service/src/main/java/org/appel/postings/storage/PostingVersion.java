package org.appel.postings.storage;

import java.time.Instant;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Change;
import org.appel.postings.model.Hands;
import org.appel.postings.model.JobAd;

/**
 * What a posting said from {@code changedAt} on.
 *
 * @param version 1 for the publication
 * @param deadlineVersion 1 for the first deadline
 * @param closesAt first instant at which applications were no longer taken; null when open until filled
 */
public record PostingVersion(
        int version,
        Change change,
        Instant changedAt,
        int deadlineVersion,
        @Nullable Instant closesAt,
        JobAd ad,
        Hands hands) {

    /** {@link #closesAt} as the clocks at the deadline's zone show it. */
    public @Nullable OffsetDateTime closesAtThere() {
        return closesAt == null ? null : ad.there(closesAt);
    }
}
