package org.appel.messaging;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A record that this service could not process, as an operator sees it.
 *
 * @param topic where it stood
 * @param partition the partition of that topic
 * @param offset its place in that partition
 * @param type the CloudEvents type, if it has one
 * @param key its Kafka key, if it has one
 * @param reason why it could not be processed, after the latest try
 * @param arrivedAt when it became a dead letter
 * @param attempts how often its replay was tried
 * @param replayedAt when a replay succeeded; null while it has not
 */
public record DeadLetter(
        UUID id,
        String topic,
        int partition,
        long offset,
        @Nullable String type,
        @Nullable String key,
        String reason,
        Instant arrivedAt,
        int attempts,
        @Nullable Instant replayedAt) {}
