package org.appel.postings.messaging;

/**
 * Text without the characters that no feed can carry.
 *
 * @see <a href="https://www.w3.org/TR/xml/#charsets">XML 1.0, 2.2</a>
 */
public final class Characters {

    private Characters() {}

    /**
     * The text with line feeds as its only line ends, and without what XML 1.0 forbids: control characters, halves of
     * surrogate pairs, U+FFFE and U+FFFF. The same text is used where a format could carry more, so that all say the same.
     */
    public static String clean(String text) {
        var lines = text.replace("\r\n", "\n").replace('\r', '\n');
        return lines.codePoints().allMatch(Characters::isAllowed)
                ? lines
                : lines.codePoints()
                        .filter(Characters::isAllowed)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isAllowed(int character) {
        return character == '\t'
                || character == '\n'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }
}
