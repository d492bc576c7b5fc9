package org.appel.applications.mailbox.mime;

import java.util.regex.Pattern;

/** What a mail client puts before a subject, the outermost word of which says what the message is. */
enum SubjectPrefix {
    NONE,
    REPLY,
    FORWARD;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;
    private static final String END = "[\\s\\p{Z}]*(\\[\\d{1,3}]|\\(\\d{1,3}\\))?[\\s\\p{Z}]*[:：].*";
    private static final Pattern FORWARDS =
            Pattern.compile("[\\s\\p{Z}]*\\[?(tr|fwd?|wg|i|rv|enc|vs|doorst|transf(éré|ere)?)" + END, FLAGS);
    private static final Pattern REPLIES = Pattern.compile("[\\s\\p{Z}]*(re|rép|rep|aw|antw|sv|ref|réf)" + END, FLAGS);

    static SubjectPrefix of(String subject) {
        if (FORWARDS.matcher(subject).matches() || subject.stripTrailing().endsWith("(fwd)")) {
            return FORWARD;
        }
        return REPLIES.matcher(subject).matches() ? REPLY : NONE;
    }
}
