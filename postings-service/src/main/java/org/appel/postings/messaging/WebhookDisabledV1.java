package org.appel.postings.messaging;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.appel.messaging.EventType;
import org.appel.postings.model.WebhookEnd;

/**
 * A job board's webhook is no longer called. Who answers for the board is asked for when they are told.
 *
 * @param reason {@code gone} or {@code failing}
 * @param failingSince the first failure after the last success; null when there was none before the last answer
 */
@EventType("org.appel.WebhookDisabled.v1")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record WebhookDisabledV1(
        UUID webhookId, String reason, @Nullable Instant failingSince, Instant disabledAt) {

    public static WebhookDisabledV1 of(
            UUID webhook, WebhookEnd reason, @Nullable Instant failingSince, Instant disabledAt) {
        return new WebhookDisabledV1(webhook, reason.code(), failingSince, disabledAt);
    }
}
