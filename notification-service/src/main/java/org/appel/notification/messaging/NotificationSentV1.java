package org.appel.notification.messaging;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.appel.messaging.EventType;

/**
 * A mail server has taken a mail over.
 *
 * @param kind {@code acknowledgement}, {@code hr-notice} or {@code hr-summary}
 * @param applicationId null for a summary, which is about the whole posting
 * @param applicationRevision null for a summary
 */
@EventType("org.appel.NotificationSent.v1")
public record NotificationSentV1(
        UUID notificationId,
        String kind,
        UUID postingId,
        @Nullable UUID applicationId,
        @Nullable Integer applicationRevision,
        Instant sentAt) {}
