package org.appel.applications.mailbox.mime;

import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.EmailAddress;

/**
 * A message that another quotes because it passes it on, as mail clients set it apart from their own text.
 *
 * @param author whom it names; null if nobody
 */
record Quotation(@Nullable EmailAddress author) {
    private static final int MOST_LINES = 5_000;
    private static final int LONGEST_LINE = 500;
    /** From the line that sets the quotation apart to the last line of its header. */
    private static final int HEADER_LINES = 12;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    /** Gmail, Thunderbird, Zimbra, Yahoo, Proton, Apple Mail: nobody writes this into an answer. */
    private static final Pattern SEPARATOR = Pattern.compile(
            "[-_=*]{2,20}\\s{0,5}(forwarded (message|e?-?mail)|forwarded by .{0,100}|(e-?)?mail transf[ée]r[ée]"
                    + "|message (transf[ée]r[ée]|r[ée]exp[ée]di[ée])|courriel transf[ée]r[ée]|weitergeleitete nachricht"
                    + "|mensaje reenviado|messaggio inoltrato).{0,60}"
                    + "|begin forwarded message\\s{0,5}:?|d[ée]but du message (transf[ée]r[ée]|r[ée]exp[ée]di[ée]|transmis)\\s{0,5}:?",
            FLAGS);
    /** Outlook and Roundcube set both apart alike: it depends on the subject whether it is passed on or answered. */
    private static final Pattern AMBIGUOUS = Pattern.compile(
            "-{2,20}\\s{0,5}(original message|message d['’]origine|message original|message initial"
                    + "|ursprüngliche nachricht|mensaje original|messaggio originale).{0,40}",
            FLAGS);

    private static final Pattern FROM =
            Pattern.compile("[*\\s]{0,5}(de|from|von|expéditeur|de la part de)[*\\s]{0,5}:(.*)", FLAGS);
    private static final Pattern OTHER = Pattern.compile(
            "[*\\s]{0,5}(envoyé|envoyé le|sent|date|gesendet|à|a|to|pour|an|destinataire|objet|subject|betreff|cc)"
                    + "[*\\s]{0,5}:.*",
            FLAGS);
    private static final Pattern ADDRESS =
            Pattern.compile("[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}@[\\p{L}\\p{N}.-]{1,190}[\\p{L}\\p{N}]");

    /** The quotation in that text, if the message passes something on. */
    static Optional<Quotation> in(String text, SubjectPrefix prefix) {
        var lines = text.lines().limit(MOST_LINES).map(Quotation::plain).toArray(String[]::new);
        boolean passesOn = prefix == SubjectPrefix.FORWARD;
        for (int i = 0; i < lines.length; i++) {
            if (SEPARATOR.matcher(lines[i]).matches()
                    || passesOn && (AMBIGUOUS.matcher(lines[i]).matches() || isHeader(lines, i))) {
                return Optional.of(new Quotation(author(lines, i)));
            }
        }
        return Optional.empty();
    }

    /** A line that names an author, soon followed by two others of a header. */
    private static boolean isHeader(String[] lines, int at) {
        if (!FROM.matcher(lines[at]).matches()) {
            return false;
        }
        int others = 0;
        for (int i = at + 1; i < lines.length && i <= at + HEADER_LINES / 2; i++) {
            if (OTHER.matcher(lines[i]).matches()) {
                others++;
            }
        }
        return others >= 2;
    }

    private static @Nullable EmailAddress author(String[] lines, int at) {
        for (int i = at; i < lines.length && i <= at + HEADER_LINES; i++) {
            var from = FROM.matcher(lines[i]);
            if (from.matches()) {
                // Some break the line between the name and the address.
                var next = i + 1 < lines.length && !OTHER.matcher(lines[i + 1]).matches() ? lines[i + 1] : "";
                return address(from.group(2)).or(() -> address(next)).orElse(null);
            }
        }
        return null;
    }

    private static Optional<EmailAddress> address(String line) {
        var found = ADDRESS.matcher(line.replace("mailto:", " "));
        while (found.find()) {
            var address = EmailAddress.of(found.group());
            if (address.isPresent()) {
                return address;
            }
        }
        return Optional.empty();
    }

    private static String plain(String line) {
        var cut = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
        return cut.replace('\u00A0', ' ').replace('\u202F', ' ').strip();
    }

    @Override
    public String toString() {
        return "Quotation[…]";
    }
}
