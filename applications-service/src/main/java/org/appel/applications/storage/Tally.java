package org.appel.applications.storage;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.Counts;
import org.appel.applications.model.Outcome;

/** Adds up arrivals. */
final class Tally {
    private final Map<Outcome, Long> byOutcome = new HashMap<>();
    private final Map<String, Long> refused = new HashMap<>();
    private long arrived;

    void add(Outcome outcome, @Nullable String reason, long number) {
        arrived += number;
        if (outcome == Outcome.REFUSED) {
            refused.merge(String.valueOf(reason), number, Long::sum);
        } else {
            byOutcome.merge(outcome, number, Long::sum);
        }
    }

    Counts counts() {
        return new Counts(
                arrived,
                of(Outcome.ACCEPTED),
                of(Outcome.UPDATED),
                of(Outcome.DUPLICATE),
                refused,
                of(Outcome.UNSORTED),
                of(Outcome.AUTOMATIC));
    }

    private long of(Outcome outcome) {
        return byOutcome.getOrDefault(outcome, 0L);
    }
}
