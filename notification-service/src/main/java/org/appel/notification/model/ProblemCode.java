package org.appel.notification.model;

import java.util.regex.Pattern;

/**
 * Why an attempt went wrong, as a code that may be stored and logged: it never holds a server's own text, since servers
 * like to repeat the recipient's address there.
 *
 * @param value for example {@code smtp-550-5.1.1} or {@code connection-refused}; at most 63 of {@code a-z 0-9 . -}
 */
public record ProblemCode(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9.-]{1,63}");

    /** @throws IllegalArgumentException if the value has another form */
    public ProblemCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("A problem code has at most 63 of a-z, 0-9, dot and hyphen");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
