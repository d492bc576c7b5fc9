package org.appel.applications.mailbox.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

import org.appel.applications.mailbox.routing.Lexicon.Sense;

/**
 * Tells people's names in a subject. No list has them; a name is what stands in a part of the line of its own, between
 * separators or words of the frame, has capitals, and is of words that mean nothing known.
 */
final class Names {
    private static final int LONGEST = 5;
    private static final int LONGEST_TOGETHER = 7;
    /** After "application", and nowhere else, these lead to a name. */
    private static final Set<String> OF = Set.of("de", "d", "du", "of", "da", "do", "di", "von", "del");

    private static final Set<String> BY = Set.of("par", "by", "from", "por", "von", "من");

    private final Reading reading;
    private final IntPredicate own;

    /** @param own whether the word at this place is the vacancy's */
    Names(Reading reading, IntPredicate own) {
        this.reading = reading;
        this.own = own;
    }

    /** A word of the frame, and of nothing else. */
    static boolean isSoft(Word word) {
        return Lexicon.is(Sense.SOFT, word.folded()) && !Lexicon.is(Sense.TRADE, word.folded());
    }

    /** Whether all the words that mean nothing known can be people's names. */
    boolean areAllTheRest() {
        int together = 0;
        for (var part : parts()) {
            var unknown = part.stream().filter(at -> !isSilent(at)).toList();
            if (!unknown.isEmpty() && !isName(part, unknown)) {
                return false;
            }
            together += unknown.size();
        }
        return together <= LONGEST_TOGETHER;
    }

    private List<List<Integer>> parts() {
        var parts = new ArrayList<List<Integer>>();
        var part = new ArrayList<Integer>();
        for (int at = 0; at < reading.words().size(); at++) {
            boolean parted = at > 0 && word(at).segment() != word(at - 1).segment();
            if (parted || isBorder(at)) {
                parts.add(List.copyOf(part));
                part.clear();
            }
            if (!isBorder(at)) {
                part.add(at);
            }
        }
        parts.add(List.copyOf(part));
        return parts;
    }

    private boolean isBorder(int at) {
        return !own.test(at)
                && (word(at).kind() == Word.Kind.FRAME
                        || isSoft(word(at))
                        || Lexicon.is(Sense.MONTH, word(at).folded())
                        || reading.passed().contains(at)
                        || reading.found().words().contains(at));
    }

    /** Says nothing, wherever it stands. */
    private boolean isSilent(int at) {
        return switch (word(at).kind()) {
            case STOP, FRAME, LESSER, NUMBER -> true;
            case PLAIN, PLACE -> own.test(at) || Lexicon.is(Sense.PARTICLE, word(at).folded());
        };
    }

    private boolean isName(List<Integer> part, List<Integer> unknown) {
        boolean pure = part.stream().noneMatch(own::test);
        boolean written = reading.isOfOneCase() || unknown.stream().allMatch(at -> word(at).isCapitalised());
        boolean place = unknown.stream().allMatch(at -> word(at).kind() == Word.Kind.PLACE);
        boolean remark = unknown.size() == 1 && word(unknown.getFirst()).bracketed();
        return pure && written && !place && !remark && unknown.size() <= LONGEST && isIntroducedAsName(part);
    }

    /** "Candidature de Amina", "par Amina": but not "for", "in", "at", which lead to what a post is about. */
    private boolean isIntroducedAsName(List<Integer> part) {
        int first = part.getFirst();
        var folded = word(first).folded();
        if (word(first).kind() != Word.Kind.STOP || BY.contains(folded)) {
            return true;
        }
        return OF.contains(folded) ? first > 0 && isBorder(first - 1) : Lexicon.is(Sense.PARTICLE, folded);
    }

    private Word word(int at) {
        return reading.words().get(at);
    }
}
