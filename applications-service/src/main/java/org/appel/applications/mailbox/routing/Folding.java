package org.appel.applications.mailbox.routing;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Sets aside how a word is written, then its gender and number. */
final class Folding {
    private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}\\u0640]+");
    /** Shorter words have no endings to take off. */
    private static final int SHORT = 3;

    private Folding() {}

    /** Without case, accents, ligatures and invisible characters. */
    static String fold(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        if (lower.chars().allMatch(c -> c < 0x80)) {
            return lower;
        }
        return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD))
                .replaceAll("")
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss")
                .replace('ø', 'o')
                .replace('ł', 'l')
                .replace('đ', 'd')
                .replace('ı', 'i')
                .replace('ى', 'ي')
                .replace('ة', 'ه');
    }

    /**
     * One form for all genders and numbers of a French word, and for both spellings of an English one; words of the two
     * languages stay apart (director, directeur). That it may be no word at all does not matter: two words that fall
     * together make two vacancies alike, and a subject that fits two vacancies is filed under neither.
     *
     * @param folded as {@link #fold} makes it
     */
    static String stem(String folded) {
        if (folded.length() <= SHORT || folded.chars().anyMatch(c -> c < 'a' || c > 'z')) {
            return folded;
        }
        var stem = singular(folded);
        stem = ending(stem, "trice", "teur");
        stem = ending(stem, "drice", "deur");
        stem = ending(stem, "euse", "eur");
        stem = stem.equals("programme") ? "program" : stem;
        stem = ending(stem, "ora", "or");
        stem = ending(stem, "ada", "ad");
        stem = ending(stem, "ado", "ad");
        stem = stem.replace("isation", "ization").replace("labour", "labor");
        while (stem.length() > SHORT && stem.endsWith("e")) {
            stem = stem.substring(0, stem.length() - 1);
        }
        if (stem.length() > SHORT && stem.charAt(stem.length() - 1) == stem.charAt(stem.length() - 2)) {
            stem = stem.substring(0, stem.length() - 1);
        }
        return ending(stem, "if", "iv");
    }

    private static String singular(String word) {
        if (word.endsWith("eaux")) {
            return word.substring(0, word.length() - 1);
        }
        if (word.endsWith("aux") && word.length() > 5) {
            return word.substring(0, word.length() - 2) + "l";
        }
        return word.endsWith("s") || word.endsWith("x") ? word.substring(0, word.length() - 1) : word;
    }

    private static String ending(String word, String old, String other) {
        return word.length() > old.length() + 1 && word.endsWith(old)
                ? word.substring(0, word.length() - old.length()) + other
                : word;
    }
}
