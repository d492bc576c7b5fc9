package org.appel.notification.messaging;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.appel.messaging.EventType;

/**
 * A mail will not be tried again by itself.
 *
 * @param kind such as {@code acknowledgement} or {@code hr-summary}
 * @param postingId null for the answer to a mail that belongs to no posting, and for a webhook, whose id is the key
 * @param applicationId null for a summary, which is about the whole posting, for the answer to a mail that became no
 *     application, and for a webhook
 * @param applicationRevision null where there is no application, or the mail is about all its revisions
 * @param reason a code such as {@code rejected-5xx}, {@code gave-up} or {@code recipient-erased}
 * @param messageId of the mail that is answered, when it became no application; else left out
 */
@EventType("org.appel.NotificationFailed.v1")
public record NotificationFailedV1(
        UUID notificationId,
        String kind,
        @Nullable UUID postingId,
        @Nullable UUID applicationId,
        @Nullable Integer applicationRevision,
        Instant failedAt,
        String reason,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID messageId) {}
