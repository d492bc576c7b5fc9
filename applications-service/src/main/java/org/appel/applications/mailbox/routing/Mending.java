package org.appel.applications.mailbox.routing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives a subject back the characters it was written with: folded lines, encoded words encoded twice, UTF-8 read as
 * Windows-1252, the escapes of links and web forms; and takes off what cannot be seen. Only what can have one meaning is changed.
 */
final class Mending {
    private static final Pattern FOLD = Pattern.compile("[\\r\\n]+[ \\t]*");
    private static final Pattern OF_LINKS = Pattern.compile("(?:%[0-9A-Fa-f]{2})+");
    private static final Pattern OF_QUOTED_PRINTABLE = Pattern.compile("(?:=[89A-F][0-9A-F]){2,}");
    private static final Pattern ACCENT_OF_HTML =
            Pattern.compile("&([a-zA-Z])(?:acute|grave|circ|uml|cedil|tilde|ring|slash|caron);");
    private static final Pattern NUMBER_OF_HTML = Pattern.compile("&#(?:x([0-9a-fA-F]{1,5})|(\\d{1,6}));");
    private static final Pattern OTHER_OF_HTML =
            Pattern.compile("&(?:amp;)?(nbsp|amp|quot|apos|[lr][sda]?quo|[nm]dash);");

    /** Zero-width characters, marks of direction, control characters. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\t]]");
    /** Nothing is encoded more often than that by accident. */
    private static final int ROUNDS = 3;

    private Mending() {}

    static String mend(String subject) {
        var text = FOLD.matcher(subject).replaceAll(" ");
        for (int i = 0; i < ROUNDS; i++) {
            text = EncodedWords.decode(text);
        }
        return INVISIBLE.matcher(Mojibake.read(unescaped(text))).replaceAll("");
    }

    private static String unescaped(String text) {
        var plain = text;
        if (plain.indexOf('%') >= 0) {
            plain = OF_LINKS.matcher(plain).replaceAll(found -> utf8(found.group(), '%'));
        }
        if (plain.indexOf('=') >= 0) {
            plain = OF_QUOTED_PRINTABLE.matcher(plain).replaceAll(found -> utf8(found.group(), '='));
        }
        return plain.indexOf('&') >= 0 ? withoutEntities(plain) : plain;
    }

    private static String withoutEntities(String text) {
        var accents = ACCENT_OF_HTML.matcher(text).replaceAll("$1").replace("&middot;", "·");
        var numbers = NUMBER_OF_HTML.matcher(accents).replaceAll(found -> {
            int code = found.group(1) != null ? Integer.parseInt(found.group(1), 16) : Integer.parseInt(found.group(2));
            return Matcher.quoteReplacement(
                    Character.isValidCodePoint(code) ? Character.toString(code) : found.group());
        });
        return OTHER_OF_HTML.matcher(numbers).replaceAll(found -> found.group(1).equals("apos") ? "'" : " ");
    }

    /** What the escaped bytes say, or the escapes themselves if they are no UTF-8: "80%de" is none. */
    private static String utf8(String escaped, char sign) {
        var bytes = new ByteArrayOutputStream();
        for (var hex : escaped.substring(1).split(String.valueOf(sign))) {
            bytes.write(Integer.parseInt(hex, 16));
        }
        try {
            return Matcher.quoteReplacement(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            return Matcher.quoteReplacement(escaped);
        }
    }
}
