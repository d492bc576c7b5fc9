package org.appel.applications.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Answers by what became of them. Each number is zero or more.
 *
 * @param owed how many there must be, or reasons for none
 * @param failed that will not arrive, by reason
 * @param suppressed that were not sent, by reason, such as {@code answered-today}
 */
public record Answers(long owed, long sent, Map<String, Long> failed, Map<String, Long> suppressed) {
    public Answers {
        failed = Collections.unmodifiableMap(new TreeMap<>(failed));
        suppressed = Collections.unmodifiableMap(new TreeMap<>(suppressed));
    }

    /** Owed and not yet heard of; negative only if the books are wrong. */
    public long pending() {
        return owed - sent - sum(failed) - sum(suppressed);
    }

    /** True if nobody was answered who was not to be. */
    public boolean balanced() {
        return pending() >= 0;
    }

    private static long sum(Map<String, Long> byReason) {
        return byReason.values().stream().mapToLong(Long::longValue).sum();
    }
}
