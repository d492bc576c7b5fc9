package org.appel.applications.mailbox.mime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The fields of a header that matter here, in their order, unfolded, encoded words as they stand. */
final class Header {
    /** No field that matters needs more, and the work on one grows with its length. */
    private static final int LONGEST = 16_384;

    private static final int MOST = 400;

    private static final Set<String> KEPT = Set.of(
            "from",
            "return-path",
            "subject",
            "message-id",
            "in-reply-to",
            "references",
            "received",
            "authentication-results",
            "auto-submitted",
            "precedence",
            "list-id",
            "list-post",
            "list-unsubscribe",
            "x-auto-response-suppress",
            "x-autoreply",
            "x-autoreply-from",
            "x-autorespond",
            "x-autoresponder",
            "x-mail-autoreply",
            "x-vacation",
            "x-failed-recipients",
            "content-type",
            "content-transfer-encoding",
            "content-disposition",
            "content-id");

    private final List<Field> fields = new ArrayList<>();

    /** @param name in lower case */
    record Field(String name, String value) {}

    /** Keeps the field if it matters. */
    void add(String name, byte[] body) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (KEPT.contains(lower) && fields.size() < MOST) {
            fields.add(new Field(lower, text(body)));
        }
    }

    List<Field> fields() {
        return fields;
    }

    /** The topmost field of that name. */
    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Field::value)
                .toList();
    }

    boolean has(String name) {
        return first(name).isPresent();
    }

    /** {@code Content-Type}; empty where there is none. */
    Parameters contentType() {
        return Parameters.of(first("content-type").orElse(""));
    }

    /** {@code Content-Disposition}; empty where there is none. */
    Parameters disposition() {
        return Parameters.of(first("content-disposition").orElse(""));
    }

    /** The name of the file, as its sender gave it. */
    Optional<String> fileName() {
        return disposition().fileName("filename").or(() -> contentType().fileName("name"));
    }

    /** Raw 8-bit text is UTF-8 if it can be, else what Western clients of old write. */
    static String decode(byte[] bytes) {
        return utf8(bytes).orElseGet(() -> new String(bytes, Charsets.WINDOWS));
    }

    /** Empty if it is not UTF-8. */
    static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    private static String text(byte[] body) {
        var unfolded = new StringBuilder();
        for (char c : decode(cut(body)).toCharArray()) {
            if (c == '\t') {
                unfolded.append(' ');
            } else if (!Character.isISOControl(c)) {
                unfolded.append(c);
            }
        }
        return unfolded.toString().strip();
    }

    /** Not within a character of UTF-8, which would make all of it look like something else. */
    private static byte[] cut(byte[] body) {
        if (body.length <= LONGEST) {
            return body;
        }
        int end = LONGEST;
        while (end > LONGEST - 4 && (body[end] & 0xC0) == 0x80) {
            end--;
        }
        return Arrays.copyOf(body, end);
    }
}
