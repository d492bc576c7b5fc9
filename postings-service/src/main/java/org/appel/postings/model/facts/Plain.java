package org.appel.postings.model.facts;

import java.text.Normalizer;

/**
 * A text in which each character stands for all that look or mean the same: lower case, no accents, one kind of space,
 * apostrophe and hyphen, digits of every script as 0 to 9. Each character keeps its place.
 */
public final class Plain {

    private Plain() {}

    /** @param composed in Unicode's form C, so that a letter and its accent are one character */
    public static String of(String composed) {
        var plain = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            plain.append(of(composed.charAt(i)));
        }
        return plain.toString();
    }

    /** In Unicode's form C. */
    public static String compose(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static char of(char c) {
        if (c < 128) {
            return Character.isWhitespace(c) ? ' ' : Character.toLowerCase(c);
        }
        return switch (c) {
            case '’', '‘', 'ʼ', '′' -> '\'';
            case '–', '—', '‑', '‐', '−' -> '-';
            case '\u00a0', '\u202f', '\u2009', '\u2007' -> ' ';
            case '\u066c' -> '\'';
            case '\u066b' -> ',';
            case '\u066a' -> '%';
            default -> folded(c);
        };
    }

    private static char folded(char c) {
        if (Character.isDigit(c)) {
            return (char) ('0' + Character.digit(c, 10));
        }
        if (Character.isSurrogate(c)) {
            return c;
        }
        return Character.toLowerCase(
                Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).charAt(0));
    }
}
