package org.appel.applications.mailbox.routing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.appel.applications.mailbox.routing.Word.Kind;

/**
 * One way to name a vacancy: its mandated subject line, or its title in one language.
 *
 * @param asked the words that a subject must have
 * @param segments the asked words of each part of the line
 */
record Naming(Map<String, Kind> asked, List<Set<String>> segments) {
    /** So many words must tell a vacancy apart before the words of its frame may be left out. */
    private static final int ENOUGH = 2;

    /** @param words without its reference */
    static Naming of(List<Word> words) {
        long plain = words.stream().filter(word -> word.kind() == Kind.PLAIN).count();
        var asked = new LinkedHashMap<String, Kind>();
        var segments = new TreeMap<Integer, Set<String>>();
        for (var word : words) {
            boolean optional = word.kind() == Kind.LESSER || word.kind() == Kind.FRAME && plain >= ENOUGH;
            for (var key : optional ? List.<String>of() : word.keys()) {
                asked.putIfAbsent(key, word.kind());
                segments.computeIfAbsent(word.segment(), any -> new HashSet<>()).add(key);
            }
        }
        return new Naming(asked, new ArrayList<>(segments.values()));
    }

    /** Whether there is a word in it that says what the vacancy is, not only where or how many. */
    boolean isTelling() {
        return plain() > 0;
    }

    long plain() {
        return asked.values().stream().filter(kind -> kind == Kind.PLAIN).count();
    }

    Set<String> missingIn(Set<String> keys) {
        var missing = new HashSet<>(asked.keySet());
        missing.removeAll(keys);
        return missing;
    }

    /**
     * Whether people who mean this vacancy may well leave out these of its words: a place, a number, or a whole part
     * such as what stands in brackets.
     */
    boolean mayLeaveOut(Set<String> words) {
        boolean whereOnly = words.stream().map(asked::get).allMatch(kind -> kind == Kind.PLACE || kind == Kind.NUMBER);
        return whereOnly
                || segments.stream()
                        .allMatch(segment ->
                                words.containsAll(segment) || segment.stream().noneMatch(words::contains));
    }
}
