package org.appel.applications.mailbox.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The value of {@code Content-Type} or {@code Content-Disposition} and its parameters, as clients really write them:
 * RFC 2231 with continuations in any order, encoded words within quotes or without, blanks and 8-bit characters without
 * quotes, quotes within quotes. The kept parsers either refuse such a field as a whole or join its pieces wrongly.
 *
 * @param value before the first semicolon, in lower case
 * @param texts parameters by their names in lower case
 */
record Parameters(String value, Map<String, String> texts) {
    private static final int MOST = 100;
    private static final int LONGEST_NAME = 255;

    static Parameters of(String field) {
        var scan = new Scan(field);
        var value = scan.until(';').strip().toLowerCase(Locale.ROOT);
        var pieces = new Pieces();
        for (int i = 0; i < MOST && scan.more(); i++) {
            var name = scan.until('=', ';').strip().toLowerCase(Locale.ROOT);
            if (scan.take('=')) {
                pieces.add(name, scan.value());
            }
        }
        return new Parameters(value, pieces.joined());
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    /** The parameter as the name of a file: encoded words decoded, nothing that cannot be shown. */
    Optional<String> fileName(String name) {
        return get(name)
                .map(EncodedWords::decode)
                .map(text -> text.replaceAll("[\\p{Cntrl}\\p{Cs}]", "").strip())
                .map(text -> text.length() > LONGEST_NAME ? text.substring(text.length() - LONGEST_NAME) : text)
                .filter(text -> !text.isEmpty());
    }

    /** Reads from left to right and never back. */
    private static final class Scan {
        private final String text;
        private int at;

        Scan(String text) {
            this.text = text;
        }

        boolean more() {
            while (at < text.length() && (text.charAt(at) == ';' || Character.isWhitespace(text.charAt(at)))) {
                at++;
            }
            return at < text.length();
        }

        boolean take(char wanted) {
            if (at < text.length() && text.charAt(at) == wanted) {
                at++;
                return true;
            }
            return false;
        }

        String until(char... ends) {
            int from = at;
            while (at < text.length() && !isOneOf(text.charAt(at), ends)) {
                at++;
            }
            return text.substring(from, at);
        }

        String value() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return take('"') ? quoted() : until(';').strip();
        }

        private String quoted() {
            var value = new StringBuilder();
            for (; at < text.length(); at++) {
                char c = text.charAt(at);
                if (c == '"' && closes(at + 1)) {
                    at++;
                    return value.toString();
                }
                if (c == '\\' && at + 1 < text.length() && isOneOf(text.charAt(at + 1), '"', '\\')) {
                    at++;
                    c = text.charAt(at);
                }
                value.append(c);
            }
            return value.toString();
        }

        /** A quote ends a value where the field ends or goes on with another parameter; else it belongs to the name. */
        private boolean closes(int after) {
            int next = after;
            while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
                next++;
            }
            if (next == text.length() || text.charAt(next) == ';') {
                return true;
            }
            int word = next;
            while (word < text.length() && word < next + 30 && isOfName(text.charAt(word))) {
                word++;
            }
            return next > after && word > next && word < text.length() && text.charAt(word) == '=';
        }

        private static boolean isOfName(char c) {
            return Character.isLetterOrDigit(c) || c == '-' || c == '*';
        }

        private static boolean isOneOf(char c, char... wanted) {
            for (char one : wanted) {
                if (c == one) {
                    return true;
                }
            }
            return false;
        }
    }

    /** The pieces of which RFC 2231 lets a value consist. */
    private static final class Pieces {
        private static final Pattern EXTENDED = Pattern.compile(
                "(utf-8|us-ascii|iso-8859-\\d{1,2}|windows-125\\d)'[a-zA-Z-]{0,20}'.*", Pattern.CASE_INSENSITIVE);
        private static final Pattern SECTION = Pattern.compile("([^*]+)(?:\\*(\\d{1,3}))?(\\*)?");

        private final Map<String, String> plain = new HashMap<>();
        private final Map<String, String> extended = new HashMap<>();
        private final Map<String, TreeMap<Integer, Piece>> continued = new HashMap<>();

        private record Piece(String text, boolean encoded) {}

        void add(String name, String value) {
            var section = SECTION.matcher(name);
            if (!section.matches()) {
                return;
            }
            var base = section.group(1);
            boolean encoded = section.group(3) != null;
            if (section.group(2) != null) {
                continued
                        .computeIfAbsent(base, _ -> new TreeMap<>())
                        .putIfAbsent(Integer.valueOf(section.group(2)), new Piece(value, encoded));
            } else if (encoded || EXTENDED.matcher(value).matches()) {
                extended.putIfAbsent(base, value);
            } else {
                plain.putIfAbsent(base, value);
            }
        }

        /** The newer way of writing counts where a client writes both. */
        Map<String, String> joined() {
            var joined = new HashMap<>(plain);
            continued.forEach((name, pieces) -> joined.put(name, join(pieces)));
            extended.forEach((name, value) -> joined.put(name, decode(value)));
            joined.values().removeIf(String::isBlank);
            return joined;
        }

        private static String join(TreeMap<Integer, Piece> pieces) {
            var first = pieces.firstEntry().getValue();
            boolean all = !first.encoded() && EXTENDED.matcher(first.text()).matches();
            if (!all && pieces.values().stream().noneMatch(Piece::encoded)) {
                var text = new StringBuilder();
                pieces.values().forEach(piece -> text.append(piece.text()));
                return text.toString();
            }
            var charset = first.encoded() || all ? charset(first.text()) : null;
            var bytes = new ByteArrayOutputStream();
            for (Piece piece : pieces.values()) {
                boolean encoded = piece.encoded() || all;
                write(bytes, piece == first && encoded ? content(piece.text()) : piece.text(), encoded, charset);
            }
            return text(bytes, charset);
        }

        private static String decode(String extended) {
            var charset = charset(extended);
            var bytes = new ByteArrayOutputStream();
            write(bytes, content(extended), true, charset);
            return text(bytes, charset);
        }

        private static String text(ByteArrayOutputStream bytes, @Nullable Charset charset) {
            return charset == null || charset.equals(StandardCharsets.UTF_8)
                    ? Header.decode(bytes.toByteArray())
                    : bytes.toString(charset);
        }

        private static @Nullable Charset charset(String extended) {
            int end = extended.indexOf('\'');
            return end > 0 ? Charsets.of(extended.substring(0, end)).orElse(null) : null;
        }

        private static String content(String extended) {
            int charsetEnd = extended.indexOf('\'');
            int languageEnd = extended.indexOf('\'', charsetEnd + 1);
            return charsetEnd < 0 || languageEnd < 0 ? extended : extended.substring(languageEnd + 1);
        }

        private static void write(
                ByteArrayOutputStream bytes, String text, boolean encoded, @Nullable Charset charset) {
            int plainFrom = 0;
            for (int i = 0; encoded && i < text.length(); i++) {
                int octet = octet(text, i);
                if (octet >= 0) {
                    bytes.writeBytes(plain(text.substring(plainFrom, i), charset));
                    bytes.write(octet);
                    i += 2;
                    plainFrom = i + 1;
                }
            }
            bytes.writeBytes(plain(text.substring(plainFrom), charset));
        }

        private static byte[] plain(String text, @Nullable Charset charset) {
            return text.getBytes(charset == null || !charset.canEncode() ? StandardCharsets.UTF_8 : charset);
        }

        /** The byte that {@code %} and two hexadecimal digits stand for; -1 if there is no such thing. */
        private static int octet(String text, int at) {
            if (text.charAt(at) != '%' || at + 2 >= text.length()) {
                return -1;
            }
            int high = Character.digit(text.charAt(at + 1), 16);
            int low = Character.digit(text.charAt(at + 2), 16);
            return high < 0 || low < 0 ? -1 : high << 4 | low;
        }
    }
}
