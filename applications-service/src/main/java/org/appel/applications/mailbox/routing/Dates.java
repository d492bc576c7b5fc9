package org.appel.applications.mailbox.routing;

import java.util.ArrayList;
import java.util.List;

import org.appel.applications.mailbox.routing.Lexicon.Sense;
import org.appel.applications.mailbox.routing.Word.Kind;

/**
 * Takes the figures of dates for what they are, "3 avril 2026", "April 3, 2026", "03.04.2026": the day that a candidate
 * writes must not be the grade of a post. A month and a year, "avril 2026", may be the post's.
 */
final class Dates {
    private Dates() {}

    static List<Word> silenced(List<Word> words) {
        var silenced = new ArrayList<>(words);
        for (int at = 0; at < words.size(); at++) {
            if (isOfADate(words, at)) {
                silenced.set(at, words.get(at).meaning(List.of(), Kind.STOP));
            }
        }
        return silenced;
    }

    private static boolean isOfADate(List<Word> words, int at) {
        return words.get(at).isFigure() && (isInFigures(words, at) || isDay(words, at) || isYearOfADay(words, at));
    }

    private static boolean isInFigures(List<Word> words, int at) {
        return isJoined(words, at) && (isJoined(words, at + 1) || isJoined(words, at - 1))
                || isJoined(words, at + 1) && isJoined(words, at + 2);
    }

    private static boolean isJoined(List<Word> words, int at) {
        return at > 0
                && at < words.size()
                && words.get(at).isFigure()
                && words.get(at - 1).isFigure()
                && words.get(at).gap().matches("[-./]");
    }

    private static boolean isDay(List<Word> words, int at) {
        return words.get(at).folded().length() <= 2
                && (isMonth(words, at + 1) && words.get(at + 1).gap().isBlank()
                        || isMonth(words, at - 1) && words.get(at).gap().isBlank());
    }

    private static boolean isYearOfADay(List<Word> words, int at) {
        return words.get(at).isYear()
                && at > 1
                && (isMonth(words, at - 1) && words.get(at - 2).isFigure() && isDay(words, at - 2)
                        || isMonth(words, at - 2) && words.get(at - 1).isFigure() && isDay(words, at - 1));
    }

    private static boolean isMonth(List<Word> words, int at) {
        return at >= 0
                && at < words.size()
                && Lexicon.is(Sense.MONTH, words.get(at).folded());
    }
}
