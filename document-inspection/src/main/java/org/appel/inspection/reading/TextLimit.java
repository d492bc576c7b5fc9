package org.appel.inspection.reading;

/** Cuts strangers' words to a length, without what no reader sees. */
final class TextLimit {
    static final int MOST_TEXT = 20_000;
    static final int MOST_PROPERTY = 500;

    private TextLimit() {}

    /** At most that many characters, and no half of a pair at the end; control characters are left out. */
    static String cut(String text, int most) {
        var kept = new StringBuilder();
        text.codePoints()
                .filter(c -> c == '\n' || c == '\t' || !Character.isISOControl(c) && !isHalf(c))
                .limit(most)
                .forEach(kept::appendCodePoint);
        var stripped = kept.toString().strip();
        if (stripped.length() <= most) {
            return stripped;
        }
        return stripped.substring(0, Character.isHighSurrogate(stripped.charAt(most - 1)) ? most - 1 : most);
    }

    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
