package org.appel.applications.messaging;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.appel.messaging.EventType;

/**
 * A posting is open; its full state.
 *
 * @param version of the posting, from 1
 * @param deadlineVersion of its deadline, from 1
 * @param closesAt first instant at which applications are no longer taken; null if open until filled
 * @param publishedAt first instant at which they are
 */
@EventType("org.appel.PostingPublished.v1")
public record PostingPublishedV1(
        UUID postingId,
        int version,
        int deadlineVersion,
        String organisation,
        Map<String, TextV1> texts,
        @Nullable DeadlineV1 deadline,
        @Nullable Instant closesAt,
        @Nullable ApplyV1 apply,
        Instant publishedAt)
        implements PostingEventV1 {
    public PostingPublishedV1 {
        Objects.requireNonNull(postingId, "postingId");
        Objects.requireNonNull(organisation, "organisation");
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
