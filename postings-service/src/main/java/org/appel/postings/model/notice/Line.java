package org.appel.postings.model.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.appel.postings.model.facts.Plain;

/**
 * A line of a notice with what it seems to be.
 *
 * @param text stripped, without a bullet; in Unicode's form C
 * @param plain the same as {@link Plain} text
 * @param isItem whether a bullet or a number stood before it
 * @param afterBlank whether nothing stands directly above it
 */
record Line(String text, String plain, boolean isItem, boolean afterBlank) {

    private static final Pattern BREAK = Pattern.compile("\\R|\\f");
    private static final Pattern BULLET = Pattern.compile(
            "^(?:[•●▪◦‣∙·*–—➢➤✓\\uf0b7\\uf0a7-]|o(?=\\s))[\\s\\u00a0]+|^\\d{1,2}[.)][\\s\\u00a0]+(?=\\p{L})");

    /** Shorter lines end where their writer wanted them to. */
    private static final int SHORTEST_WRAPPED = 50;

    private static final Pattern GOES_ON = Pattern.compile("^[\\p{Ll}\\d(«“\"]");
    private static final Pattern ENDS = Pattern.compile("[.;:!?…]$");

    /** Lines that were broken to fit a page are put together again. */
    static List<Line> of(String notice) {
        var lines = new ArrayList<Line>();
        boolean afterBlank = true;
        for (var raw : BREAK.split(Plain.compose(notice))) {
            var text = stripped(raw);
            if (text.isEmpty()) {
                afterBlank = true;
                continue;
            }
            var bullet = BULLET.matcher(text);
            boolean isItem = bullet.find();
            var words = isItem ? text.substring(bullet.end()) : text;
            if (!afterBlank && !isItem && isWrapped(lines.getLast().text(), words)) {
                lines.add(lines.removeLast().and(words));
            } else {
                lines.add(new Line(words, Plain.of(words), isItem, afterBlank));
            }
            afterBlank = false;
        }
        return lines;
    }

    /** In time by its length, which a pattern for both ends would not be. */
    private static String stripped(String raw) {
        int start = 0;
        int end = raw.length();
        while (start < end && isSpace(raw.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(raw.charAt(end - 1))) {
            end--;
        }
        return raw.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || c == '\ufeff' || c == '\u200b';
    }

    private static boolean isWrapped(String before, String words) {
        return before.length() >= SHORTEST_WRAPPED
                && !ENDS.matcher(before).find()
                && GOES_ON.matcher(words).find();
    }

    private Line and(String more) {
        var whole = text + " " + more;
        return new Line(whole, Plain.of(whole), isItem, afterBlank);
    }
}
