package org.appel.applications.messaging;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.appel.messaging.EventType;

/**
 * A mail will not arrive.
 *
 * @param reason a code, such as {@code rejected-5xx}
 */
@EventType("org.appel.NotificationFailed.v1")
public record NotificationFailedV1(
        String kind,
        UUID postingId,
        @Nullable UUID applicationId,
        @Nullable Integer applicationRevision,
        Instant failedAt,
        String reason)
        implements NotificationEventV1 {
    public NotificationFailedV1 {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(postingId, "postingId");
        Objects.requireNonNull(failedAt, "failedAt");
        Objects.requireNonNull(reason, "reason");
    }
}
