package org.appel.applications.messaging;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.appel.messaging.EventType;

/** A mail was handed over. Application and revision are null for a mail about a posting as a whole. */
@EventType("org.appel.NotificationSent.v1")
public record NotificationSentV1(
        String kind,
        UUID postingId,
        @Nullable UUID applicationId,
        @Nullable Integer applicationRevision,
        Instant sentAt)
        implements NotificationEventV1 {
    public NotificationSentV1 {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(postingId, "postingId");
        Objects.requireNonNull(sentAt, "sentAt");
    }
}
