package org.appel.launcher.demo;

import java.util.Map;
import java.util.TreeMap;

/** What the demo itself did with one vacancy: the ledger has to come to the same. */
final class Tally {

    private int accepted;
    private int updated;
    private int duplicate;
    private final Map<String, Integer> refused = new TreeMap<>();

    void accepted() {
        accepted++;
    }

    void updated() {
        updated++;
    }

    void duplicate() {
        duplicate++;
    }

    void refused(String reason) {
        refused.merge(reason, 1, Integer::sum);
    }

    int applications() {
        return accepted;
    }

    int arrived() {
        return accepted
                + updated
                + duplicate
                + refused.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Each application is acknowledged, and so is each update. */
    int acknowledgements() {
        return accepted + updated;
    }

    int updates() {
        return updated;
    }

    int duplicates() {
        return duplicate;
    }

    String refusals() {
        return refused.isEmpty() ? "none" : refused.toString();
    }
}
