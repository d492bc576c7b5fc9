package org.appel.launcher.demo;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

/** What the demo itself did with one vacancy: everything counted elsewhere has to come to the same. */
final class Tally {

    private int accepted;
    private int updated;
    private int duplicate;
    private final Map<String, Integer> refused = new TreeMap<>();

    void accept() {
        accepted++;
    }

    void update() {
        updated++;
    }

    void repeat() {
        duplicate++;
    }

    void refuse(String reason) {
        refused.merge(reason, 1, Integer::sum);
    }

    int accepted() {
        return accepted;
    }

    int updated() {
        return updated;
    }

    int duplicates() {
        return duplicate;
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

    String refused() {
        return text(refused);
    }

    /** The ledger's reasons in the same words. */
    static String refused(JsonNode byReason) {
        var numbers = new TreeMap<String, Integer>();
        byReason.properties()
                .forEach(entry -> numbers.put(entry.getKey(), entry.getValue().asInt()));
        return text(numbers);
    }

    private static String text(Map<String, Integer> byReason) {
        return byReason.isEmpty()
                ? "none"
                : byReason.entrySet().stream()
                        .map(reason -> reason.getValue() + " " + reason.getKey())
                        .collect(Collectors.joining(", "));
    }
}
