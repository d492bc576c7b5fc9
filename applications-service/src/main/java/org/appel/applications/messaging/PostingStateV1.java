package org.appel.applications.messaging;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * The full state of a published posting.
 *
 * @param version of the posting, from 1
 * @param deadlineVersion of its deadline, from 1
 * @param organisationName as it signs
 * @param reference the organisation's own number for the post
 * @param closesAt first instant after the deadline; null if open until filled
 * @param retentionMonths how long applications are kept; null if the posting does not say
 * @param publishedAt first instant at which applications are taken
 */
public record PostingStateV1(
        UUID postingId,
        int version,
        int deadlineVersion,
        String organisation,
        String organisationName,
        @Nullable String reference,
        Map<String, TextV1> texts,
        @Nullable DeadlineV1 deadline,
        @Nullable Instant closesAt,
        @Nullable ApplyV1 apply,
        @Nullable Integer retentionMonths,
        Instant publishedAt) {
    public PostingStateV1 {
        Objects.requireNonNull(postingId, "postingId");
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(organisationName, "organisationName");
        Objects.requireNonNull(texts, "texts");
        Objects.requireNonNull(publishedAt, "publishedAt");
        if (version < 1) {
            throw new IllegalArgumentException("version is below 1");
        }
        if (deadlineVersion < 1) {
            throw new IllegalArgumentException("deadlineVersion is below 1");
        }
    }
}
