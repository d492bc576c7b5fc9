package org.appel.notification.model;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A mail server's answer, without its text.
 *
 * @param code the reply code of RFC 5321, 200 to 599
 * @param enhanced the enhanced status code of RFC 3463 such as {@code 5.1.1}; null if the server gave none
 */
public record SmtpReply(int code, @Nullable String enhanced) {

    private static final Pattern ENHANCED = Pattern.compile("(?s)^\\d{3}[ -]([245]\\.\\d{1,3}\\.\\d{1,3})(?:\\s.*)?$");

    /** What an answer means for the mail. */
    public enum Meaning {
        /** The mail is in the server's hands. */
        ACCEPTED,
        /** This mail may be taken later. */
        DEFERRED,
        /** This mail is not taken, now or later. */
        REJECTED,
        /** Nothing is said about the mail: we are not allowed in as we came, which an operator has to mend. */
        NOT_LET_IN
    }

    /**
     * Reads the codes of an answer and drops its text.
     *
     * @param code the reply code
     * @param text the server's whole answer, of which only a leading enhanced code is kept
     */
    public static SmtpReply of(int code, @Nullable String text) {
        var matcher = ENHANCED.matcher(text == null ? "" : text.strip());
        return new SmtpReply(code, matcher.matches() ? matcher.group(1) : null);
    }

    /** Sorts the answer; a code outside of RFC 5321 counts as "later". */
    public Meaning meaning() {
        return switch (code) {
            // TLS or a login is missing, refused or too weak (RFC 3207, RFC 4954): the same for every mail.
            case 454, 530, 534, 535, 538 -> Meaning.NOT_LET_IN;
            default ->
                switch (code / 100) {
                    case 2 -> Meaning.ACCEPTED;
                    case 5 -> Meaning.REJECTED;
                    default -> Meaning.DEFERRED;
                };
        };
    }

    /** The codes alone, for storing and logging. */
    public ProblemCode problem() {
        return new ProblemCode("smtp-" + code + (enhanced == null ? "" : "-" + enhanced));
    }
}
