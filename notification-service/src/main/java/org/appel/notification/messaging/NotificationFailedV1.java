package org.appel.notification.messaging;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.appel.messaging.EventType;

/**
 * A mail will not be tried again by itself.
 *
 * @param kind {@code acknowledgement}, {@code hr-notice} or {@code hr-summary}
 * @param applicationId null for a summary, which is about the whole posting
 * @param applicationRevision null for a summary
 * @param reason a code such as {@code rejected-5xx}, {@code gave-up} or {@code recipient-erased}
 */
@EventType("org.appel.NotificationFailed.v1")
public record NotificationFailedV1(
        UUID notificationId,
        String kind,
        UUID postingId,
        @Nullable UUID applicationId,
        @Nullable Integer applicationRevision,
        Instant failedAt,
        String reason) {}
