package org.appel.applications.model;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The client's own name for one request, so that a repetition is recognised. On the wire it is a structured-field
 * string, in double quotes.
 *
 * @param text without the quotes; 1 to 255 characters
 */
public record IdempotencyKey(String text) {
    private static final int LONGEST = 255;
    /** RFC 9651, 3.3.3: printable ASCII in quotes, with backslash before a quote or a backslash. */
    private static final Pattern QUOTED =
            Pattern.compile("\"((?:[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]++|\\\\[\"\\\\])*+)\"");

    /**
     * Reads the header.
     *
     * @param lines the values of all header lines of that name
     * @throws ApplicationRefused with {@link Refusal.IdempotencyKeyMissing} or {@link Refusal.IdempotencyKeyMalformed}
     */
    public static IdempotencyKey parse(List<String> lines) {
        if (lines.isEmpty()) {
            throw new ApplicationRefused(new Refusal.IdempotencyKeyMissing());
        }
        var matcher = QUOTED.matcher(lines.getFirst().strip());
        if (lines.size() > 1 || !matcher.matches()) {
            throw new ApplicationRefused(new Refusal.IdempotencyKeyMalformed());
        }
        var text = matcher.group(1).replaceAll("\\\\(.)", "$1");
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new ApplicationRefused(new Refusal.IdempotencyKeyMalformed());
        }
        return new IdempotencyKey(text);
    }

    @Override
    public String toString() {
        return "IdempotencyKey[…]";
    }
}
