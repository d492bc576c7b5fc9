package org.appel.applications.messaging;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.appel.messaging.EventType;

/**
 * A mail was handed over. Application and revision are null for a mail about a posting as a whole.
 *
 * @param postingId null for the answer to a mail that belongs to no posting
 * @param messageId of the mail that is answered, when it became no application; else null
 */
@EventType("org.appel.NotificationSent.v1")
public record NotificationSentV1(
        String kind,
        @Nullable UUID postingId,
        @Nullable UUID applicationId,
        @Nullable Integer applicationRevision,
        Instant sentAt,
        @Nullable UUID messageId)
        implements NotificationEventV1 {
    public NotificationSentV1 {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(sentAt, "sentAt");
    }
}
