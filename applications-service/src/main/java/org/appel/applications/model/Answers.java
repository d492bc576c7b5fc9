package org.appel.applications.model;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Answers by what became of them. Each number is zero or more.
 *
 * @param owed how many there must be, or reasons for none
 * @param failed that will not arrive, by reason
 * @param suppressed that were not sent, by reason, such as {@code answered-today}
 * @param pendingSince when the first of those was owed of which nothing was heard yet; null if there is none
 * @param overdue whether that is longer ago than an answer may take
 */
public record Answers(
        long owed,
        long sent,
        Map<String, Long> failed,
        Map<String, Long> suppressed,
        @Nullable Instant pendingSince,
        boolean overdue) {
    public Answers {
        failed = Collections.unmodifiableMap(new TreeMap<>(failed));
        suppressed = Collections.unmodifiableMap(new TreeMap<>(suppressed));
    }

    /** Owed and not yet heard of; negative only if the books are wrong. */
    public long pending() {
        return owed - sent - sum(failed) - sum(suppressed);
    }

    /** True if nobody was answered who was not to be, and nobody waits for an answer that got lost. */
    public boolean balanced() {
        return pending() >= 0 && !overdue;
    }

    private static long sum(Map<String, Long> byReason) {
        return byReason.values().stream().mapToLong(Long::longValue).sum();
    }
}
