package org.appel.service;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Where a page ended, as an opaque text: the sort values of its last item. */
public final class Cursor {

    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    /** @param parts the sort values; none may hold the control character U+001F */
    public static String encode(String... parts) {
        var joined = Arrays.stream(parts).collect(Collectors.joining(SEPARATOR));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param parts how many values there must be
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 {@code bad-cursor} if this is no cursor of that many
     */
    public static List<String> decode(String cursor, int parts) {
        try {
            var joined = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var values = List.of(joined.split(SEPARATOR, -1));
            if (values.size() == parts && joined.indexOf('\0') < 0) {
                return values;
            }
        } catch (IllegalArgumentException e) {
            // Said below, with the same words.
        }
        throw bad();
    }

    /** The refusal of a cursor whose values make no sense to the list. */
    public static RuntimeException bad() {
        return Problem.of(400, "bad-cursor", "The cursor is not one that this list gave out; begin without it");
    }
}
