package org.appel.applications.messaging;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.appel.messaging.EventType;

/**
 * A mail will not arrive.
 *
 * @param postingId null for the answer to a mail that belongs to no posting
 * @param reason a code, such as {@code rejected-5xx}
 * @param messageId of the mail that is answered, when it became no application; else null
 */
@EventType("org.appel.NotificationFailed.v1")
public record NotificationFailedV1(
        String kind,
        @Nullable UUID postingId,
        @Nullable UUID applicationId,
        @Nullable Integer applicationRevision,
        Instant failedAt,
        String reason,
        @Nullable UUID messageId)
        implements NotificationEventV1 {
    public NotificationFailedV1 {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(failedAt, "failedAt");
        Objects.requireNonNull(reason, "reason");
    }
}
