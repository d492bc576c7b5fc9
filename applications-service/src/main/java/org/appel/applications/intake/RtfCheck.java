package org.appel.applications.intake;

import java.nio.charset.StandardCharsets;

/** An RTF document is whole when its outermost group is closed, and nothing but blanks follows. */
final class RtfCheck {
    private static final int DEEPEST = 500;

    private RtfCheck() {}

    static void check(byte[] content) throws UnfitDocument {
        int end = endOfGroup(content);
        for (int i = end; i < content.length; i++) {
            if (content[i] != 0 && !Character.isWhitespace(content[i])) {
                throw broken();
            }
        }
    }

    /** The index behind the brace that closes the first one. */
    private static int endOfGroup(byte[] content) throws UnfitDocument {
        int depth = 0;
        for (int i = 0; i < content.length; i++) {
            switch (content[i]) {
                case '\\' -> i += escaped(content, i);
                case '{' -> depth++;
                case '}' -> depth--;
                default -> {}
            }
            if (depth == 0) {
                return i + 1;
            }
            if (depth > DEEPEST) {
                throw broken();
            }
        }
        throw new UnfitDocument("The RTF is cut off: save it anew and send it again");
    }

    /** How many bytes behind the backslash are no braces of the structure: one, or the raw bytes of \binN. */
    private static int escaped(byte[] content, int at) throws UnfitDocument {
        if (at + 4 >= content.length || !"bin".equals(new String(content, at + 1, 3, StandardCharsets.US_ASCII))) {
            return 1;
        }
        int i = at + 4;
        long length = 0;
        while (i < content.length && Character.isDigit(content[i])) {
            length = Math.min(Integer.MAX_VALUE, length * 10 + (content[i++] - '0'));
        }
        if (i == at + 4) {
            return 1;
        }
        if (i < content.length && content[i] == ' ') {
            i++;
        }
        long skipped = i - at + length - 1;
        if (at + skipped >= content.length) {
            throw broken();
        }
        return (int) skipped;
    }

    private static UnfitDocument broken() {
        return new UnfitDocument("The RTF is broken: save it anew and send it again");
    }
}
