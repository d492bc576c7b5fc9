package org.appel.applications.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What arrived for one posting and what became of it. Each number is zero or more.
 *
 * @param refused number by reason, such as {@code deadline-passed}
 * @param unsorted arrivals that nobody has assigned to a posting yet
 */
public record Counts(
        long arrived, long accepted, long updated, long duplicate, Map<String, Long> refused, long unsorted) {
    public Counts {
        refused = Collections.unmodifiableMap(new TreeMap<>(refused));
    }

    /** True if everything that arrived is accounted for. */
    public boolean balanced() {
        long refusedInAll = refused.values().stream().mapToLong(Long::longValue).sum();
        return arrived == accepted + updated + duplicate + refusedInAll + unsorted;
    }
}
