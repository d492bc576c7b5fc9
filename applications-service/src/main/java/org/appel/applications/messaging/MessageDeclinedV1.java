package org.appel.applications.messaging;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.appel.messaging.EventType;

/**
 * A mail did not become an application, and its sender is owed an answer.
 *
 * @param messageId of the mail, as this service names it
 * @param postingId null if it belongs to no posting
 * @param reason a code, such as {@code late}
 * @param language ISO 639-1, in which the sender is to be answered
 * @param receivedAt when the receiving mail server took it
 */
@EventType("org.appel.MessageDeclined.v1")
public record MessageDeclinedV1(
        UUID messageId,
        String organisation,
        @Nullable UUID postingId,
        String reason,
        String language,
        Instant receivedAt) {}
