package org.appel.applications.mailbox.routing;

import java.util.List;

/**
 * A word of a title or a subject, or a number.
 *
 * @param shown as it is written
 * @param folded without case and accents
 * @param keys what it is compared by; several for an abbreviation, none for a word that says nothing
 * @param gap what stands before it
 * @param segment number of the part of the line that it stands in, counted from 0; dashes, brackets, commas part them
 * @param bracketed whether it stands in round brackets
 */
record Word(String shown, String folded, List<String> keys, Kind kind, String gap, int segment, boolean bracketed) {
    /** What the word is worth. */
    enum Kind {
        /** An article, a preposition. */
        STOP,
        /** A word that tells vacancies apart. */
        PLAIN,
        PLACE,
        /** A figure, arabic or roman: a rank, a year, a lot. */
        NUMBER,
        /** A share of full time or a single letter, such as a grade: often left out. */
        LESSER,
        /** "Application for": nothing of the vacancy. */
        FRAME
    }

    Word {
        keys = List.copyOf(keys);
    }

    /** The same word, meant for other ones. */
    Word meaning(List<String> otherKeys, Kind otherKind) {
        return new Word(shown, folded, otherKeys, otherKind, gap, segment, bracketed);
    }

    /** Whether nothing at all stands between it and the word before it. */
    boolean isGlued() {
        return gap.isEmpty();
    }

    boolean isCapitalised() {
        return !Character.isLowerCase(shown.codePointAt(0));
    }

    boolean isFigure() {
        return Character.isDigit(shown.codePointAt(0));
    }

    boolean isYear() {
        return folded.matches("(?:19|20)\\d\\d");
    }

    /** A subject may name its sender. */
    @Override
    public String toString() {
        return "Word[" + kind + "]";
    }
}
