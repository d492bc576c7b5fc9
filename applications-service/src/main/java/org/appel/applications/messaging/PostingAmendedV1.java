package org.appel.applications.messaging;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.appel.messaging.EventType;

/**
 * A published posting was changed, got a later deadline or was reopened; its full state, with a higher version than
 * before. The properties are those of {@link PostingPublishedV1}.
 */
@EventType("org.appel.PostingAmended.v1")
public record PostingAmendedV1(
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
    public PostingAmendedV1 {
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

    /** The state that the posting has now. */
    public PostingPublishedV1 state() {
        return new PostingPublishedV1(
                postingId, version, deadlineVersion, organisation, texts, deadline, closesAt, apply, publishedAt);
    }
}
