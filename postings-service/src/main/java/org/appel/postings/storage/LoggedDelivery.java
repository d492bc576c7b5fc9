package org.appel.postings.storage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.appel.postings.model.DeliveryState;

/**
 * A message to a webhook and what came of it.
 *
 * @param seq of the entry that it tells; null for a test
 * @param dueAt when the next attempt is made; of no meaning once it has ended
 */
public record LoggedDelivery(
        UUID id,
        @Nullable Long seq,
        String type,
        DeliveryState state,
        Instant createdAt,
        Instant dueAt,
        @Nullable Instant endedAt,
        List<Attempt> attempts) {

    public LoggedDelivery {
        attempts = List.copyOf(attempts);
    }

    /**
     * One attempt.
     *
     * @param status of the answer; null when there was none
     * @param problem why there was none; null when there was one
     */
    public record Attempt(
            int number,
            Instant at,
            @Nullable Integer status,
            int millis,
            @Nullable String problem) {}
}
