package org.appel.applications.mailbox.routing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.appel.applications.mailbox.routing.Word.Kind;

/** The references of all vacancies, and where they stand in a line. Letters and digits count, dashes and blanks do not. */
final class References {
    private static final int LONGEST = 12;
    private static final int SHORTEST = 4;
    private static final int SHORTEST_OF_DIGITS = 5;
    private static final Pattern CLOSE = Pattern.compile("[^\\p{L}\\p{Nd},;]{0,3}");
    private static final Pattern JOINT = Pattern.compile("[-‐‑–_/.]");

    private final Map<String, Set<Integer>> vacancies = new HashMap<>();
    /** What the references begin with: the organisation's short name. */
    private final Set<String> acronyms = new HashSet<>();

    /**
     * What of a line is a reference.
     *
     * @param vacancies that it names
     * @param words their places in the line, and those of the organisation's short name
     * @param sure false if it is of digits only and nothing says that it is a reference
     * @param unknown whether there is one that no vacancy has
     */
    record Found(Set<Integer> vacancies, Set<Integer> words, boolean sure, boolean unknown) {}

    /** @param vacancy its place in the list */
    void add(String reference, int vacancy) {
        var words = Wording.of(reference).stream()
                .filter(word -> word.kind() != Kind.FRAME)
                .toList();
        var text = joined(words, 0, words.size());
        if (!isDistinctive(text)) {
            return;
        }
        vacancies.computeIfAbsent(text, any -> new LinkedHashSet<>()).add(vacancy);
        if (!words.getFirst().isFigure() && words.getFirst().folded().length() > 1) {
            acronyms.add(words.getFirst().folded());
        }
    }

    private static boolean isDistinctive(String text) {
        boolean letters = text.codePoints().anyMatch(Character::isLetter);
        boolean digits = text.codePoints().anyMatch(Character::isDigit);
        return digits && text.length() >= (letters ? SHORTEST : SHORTEST_OF_DIGITS);
    }

    Found in(List<Word> line) {
        var named = new LinkedHashSet<Integer>();
        var places = new HashSet<Integer>();
        boolean sure = true;
        boolean unknown = false;
        for (int i = 0; i < line.size(); ) {
            int end = endOfReference(line, i);
            if (end > 0) {
                named.addAll(vacancies.getOrDefault(joined(line, i, end), Set.of()));
                sure &= line.subList(i, end).stream().anyMatch(word -> !word.isFigure()) || isAnnounced(line, i);
                for (; i < end; i++) {
                    places.add(i);
                }
            } else {
                unknown |= isUnknownReference(line, i);
                if (acronyms.contains(line.get(i).folded())) {
                    places.add(i);
                }
                i++;
            }
        }
        return new Found(named, places, sure, unknown);
    }

    /** Where the longest known reference that begins at this word ends; 0 if none does. */
    private int endOfReference(List<Word> line, int start) {
        if (start > 0 && goesOn(line, start)) {
            return 0;
        }
        int longest = 0;
        var text = new StringBuilder();
        for (int end = start + 1; end <= line.size() && end - start <= LONGEST; end++) {
            var word = line.get(end - 1);
            if (end - 1 > start && !CLOSE.matcher(word.gap()).matches()) {
                break;
            }
            text.append(word.folded());
            if (vacancies.containsKey(text.toString()) && (end == line.size() || !goesOn(line, end))) {
                longest = end;
            }
        }
        return longest;
    }

    /** Whether the word belongs to the figure or reference that the word before it is part of. */
    private static boolean goesOn(List<Word> line, int at) {
        var word = line.get(at);
        return word.isGlued()
                || word.isFigure()
                        && line.get(at - 1).isFigure()
                        && JOINT.matcher(word.gap()).matches();
    }

    /** The organisation's short name with a figure that is more than a year. */
    private boolean isUnknownReference(List<Word> line, int at) {
        if (!acronyms.contains(line.get(at).folded())) {
            return false;
        }
        var figures = new ArrayList<Word>();
        for (int i = at + 1; i < line.size() && i - at <= LONGEST; i++) {
            var word = line.get(i);
            if (!CLOSE.matcher(word.gap()).matches()
                    || !word.isFigure() && word.folded().length() > 2) {
                break;
            }
            if (word.isFigure()) {
                figures.add(word);
            }
        }
        return figures.size() > 1 || figures.size() == 1 && !figures.getFirst().isYear();
    }

    private static boolean isAnnounced(List<Word> line, int at) {
        return at > 0 && line.get(at - 1).kind() == Kind.FRAME;
    }

    private static String joined(List<Word> words, int from, int to) {
        var text = new StringBuilder();
        words.subList(from, to).forEach(word -> text.append(word.folded()));
        return text.toString();
    }
}
