package org.appel.applications.mailbox.routing;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.appel.applications.mailbox.routing.VacancyIndex.Entry;

/**
 * How well a vacancy fits a subject.
 *
 * @param full the naming of which the subject has every word
 * @param explained places of the subject's words that are the vacancy's
 * @param share how much of the best naming's weight is there, from 0 to 1
 */
record Match(Entry entry, Optional<Naming> full, Set<Integer> explained, double share) {
    /** Of so many words one may be misspelled. */
    private static final int WORDS_PER_SLIP = 3;

    static Match of(Entry entry, Reading reading, VacancyIndex index) {
        var keys = reading.keys();
        var slips = reading.misspelledKeys();
        var full = entry.namings().stream()
                .filter(naming -> naming.missingIn(keys).isEmpty() && isSpelledWell(naming, slips))
                .max(Comparator.comparingInt(naming -> naming.asked().size()));
        var explained = IntStream.range(0, reading.words().size())
                .filter(at -> reading.words().get(at).keys().stream().anyMatch(entry.own()::contains))
                .boxed()
                .collect(Collectors.toSet());
        double share = entry.namings().stream()
                .mapToDouble(naming -> share(naming, keys, index))
                .max()
                .orElse(0);
        return new Match(entry, full, explained, share);
    }

    boolean isFull() {
        return full.isPresent();
    }

    /** Whether it accounts for all that the other accounts for, and for more. */
    boolean isMoreThan(Match other) {
        return explained.size() > other.explained.size() && explained.containsAll(other.explained);
    }

    boolean isOpen() {
        return entry.vacancy().open();
    }

    private static boolean isSpelledWell(Naming naming, Set<String> slips) {
        long wrong = naming.asked().keySet().stream().filter(slips::contains).count();
        int words = naming.asked().size();
        return wrong == 0 || words > 1 && wrong <= Math.max(1, words / WORDS_PER_SLIP);
    }

    private static double share(Naming naming, Set<String> keys, VacancyIndex index) {
        double all = 0;
        double there = 0;
        for (var key : naming.asked().keySet()) {
            all += index.weight(key);
            there += keys.contains(key) ? index.weight(key) : 0;
        }
        return there / all;
    }
}
