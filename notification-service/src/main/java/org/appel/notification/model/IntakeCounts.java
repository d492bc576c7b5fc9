package org.appel.notification.model;

import java.util.Map;
import java.util.TreeMap;

/**
 * What became of everything that arrived for a posting; each zero or more.
 *
 * @param arrived the sum of all the others
 * @param accepted new applications
 * @param updated arrivals by which a person replaced the earlier application
 * @param duplicate the same request again
 * @param refused by reason, which is the type of the problem that was answered
 * @param unsorted mails that a person must still assign
 */
public record IntakeCounts(
        int arrived, int accepted, int updated, int duplicate, Map<String, Integer> refused, int unsorted) {

    public IntakeCounts {
        refused = java.util.Collections.unmodifiableMap(new TreeMap<>(refused));
    }

    /** How many were refused, whatever the reason. */
    public int refusedInAll() {
        return refused.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many acknowledgements are owed: one for each application and one for each update. */
    public int acknowledgementsOwed() {
        return accepted + updated;
    }
}
