package org.appel.postings.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.postings.model.DeliveryState;
import org.appel.postings.storage.LoggedDelivery;

/**
 * A message to a webhook and what came of it.
 *
 * @param id header {@code webhook-id} of all its attempts
 * @param nextAttemptAt null once it has ended
 */
@Schema(name = "WebhookDelivery")
@JsonInclude(JsonInclude.Include.ALWAYS)
record DeliveryView(
        UUID id,
        @Nullable Long seq,
        String type,

        @Schema(enumeration = {"pending", "delivered", "failed"})
        String state,

        Instant createdAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant endedAt,
        List<AttemptView> attempts) {

    /**
     * One attempt.
     *
     * @param status of the answer; null when there was none
     * @param problem why there was none
     */
    @Schema(name = "WebhookAttempt")
    record AttemptView(
            int number,
            Instant at,
            @Nullable Integer status,
            int durationInMillis,
            @Nullable String problem) {

        static AttemptView of(LoggedDelivery.Attempt attempt) {
            return new AttemptView(
                    attempt.number(), attempt.at(), attempt.status(), attempt.millis(), attempt.problem());
        }
    }

    static DeliveryView of(LoggedDelivery delivery) {
        return new DeliveryView(
                delivery.id(),
                delivery.seq(),
                delivery.type(),
                delivery.state().code(),
                delivery.createdAt(),
                delivery.state() == DeliveryState.PENDING ? delivery.dueAt() : null,
                delivery.endedAt(),
                delivery.attempts().stream().map(AttemptView::of).toList());
    }
}
