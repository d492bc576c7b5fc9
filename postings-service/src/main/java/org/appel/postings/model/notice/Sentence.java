package org.appel.postings.model.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.appel.postings.model.Section;
import org.appel.postings.model.facts.Plain;

/**
 * A sentence of a notice, or a line that is none.
 *
 * @param text in Unicode's form C
 * @param plain the same as {@link Plain} text, character by character
 * @param kind of the section in which it stands
 */
record Sentence(String text, String plain, Section.Kind kind) {

    /** A full stop, unless a small letter or a digit goes on after it, as in "chargé.e" and "Réf. 12". */
    private static final Pattern END = Pattern.compile("(?<=[.!?])\\s+(?=[\\p{Lu}«“\"])");

    /** No writer's sentence is as long; what is, is looked at in pieces, since patterns take time by its square. */
    private static final int LONGEST = 1000;

    static Sentence of(String text, Section.Kind kind) {
        var composed = Plain.compose(text).strip();
        return new Sentence(composed, Plain.of(composed), kind);
    }

    static List<Sentence> in(String paragraph, Section.Kind kind) {
        var sentences = new ArrayList<Sentence>();
        for (var part : END.split(paragraph)) {
            for (int start = 0; start < part.length(); start += LONGEST) {
                var piece = part.substring(start, Math.min(part.length(), start + LONGEST));
                if (!piece.isBlank()) {
                    sentences.add(of(piece, kind));
                }
            }
        }
        return sentences;
    }

    boolean says(Pattern words) {
        return words.matcher(plain).find();
    }

    /** Each place where it says so, in their order. */
    Stream<MatchResult> all(Pattern words) {
        return words.matcher(plain).results();
    }

    /** The part up to a place. */
    Sentence before(int end) {
        return part(0, end);
    }

    /** The part from a place on. */
    Sentence from(int start) {
        return part(start, text.length());
    }

    Sentence part(int start, int end) {
        return new Sentence(text.substring(start, end), plain.substring(start, end), kind);
    }
}
