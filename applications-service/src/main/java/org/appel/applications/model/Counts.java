package org.appel.applications.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What arrived, for one posting or in one mailbox, and what became of it. Each number is zero or more.
 *
 * @param refused number by reason, such as {@code deadline-passed}
 * @param unsorted mails that HR has to sort
 * @param automatic mails that machines wrote
 */
public record Counts(
        long arrived,
        long accepted,
        long updated,
        long duplicate,
        Map<String, Long> refused,
        long unsorted,
        long automatic) {
    public Counts {
        refused = Collections.unmodifiableMap(new TreeMap<>(refused));
    }

    /** True if everything that arrived is accounted for. */
    public boolean balanced() {
        return arrived == accepted + updated + duplicate + refusedInAll() + unsorted + automatic;
    }

    /** For whatever reason. */
    public long refusedInAll() {
        return refused.values().stream().mapToLong(Long::longValue).sum();
    }
}
