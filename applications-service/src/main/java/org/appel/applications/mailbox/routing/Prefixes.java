package org.appel.applications.mailbox.routing;

import java.util.regex.Pattern;

/** What clients and gateways put before a subject, once or more, and addresses within it. */
final class Prefixes {
    private static final String BLANKS = "[\\s\\p{Z}]*";
    /** "[EXTERNAL]", "{Spam?}", "***SPAM***" */
    private static final String LABEL = "[\\[{(*<]+\\s?(?:(?:possible|probable|suspected)\\s)?"
            + "(?:ext|externe?|external|spam|suspect|caution|secure|encrypted|bulk|virus scanned)"
            + "(?:\\s(?:e-?mail|sender|mail))?\\s?[?!]*\\s?[\\]})*>]+:?";
    /** "Re:", "TR :", "Fwd:", "WG:", "I:", "Objet :", "Re[2]:" */
    private static final String ANSWERED =
            "(?:re|r[ée]f?|r[ée]p|tr|fw|fwd|wg|aw|i|r|rv|rif|sv|vs|antw|doorst|enc|res|odp|pd"
                    + "|objet|object|sujet|subject|asunto|assunto|oggetto|betreff|رد|الموضوع)" + BLANKS
                    + "(?:[\\[(]\\d{1,3}[\\])])?" + BLANKS + "[:：]";

    private static final Pattern PREFIXES = Pattern.compile(
            "^" + BLANKS + "(?:(?:" + LABEL + "|" + ANSWERED + ")" + BLANKS + ")+",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern ADDRESS =
            Pattern.compile("\\S+@\\S+\\.\\p{L}{2,}|https?://\\S+|www\\.\\S+", Pattern.CASE_INSENSITIVE);

    private Prefixes() {}

    static String strip(String subject) {
        return ADDRESS.matcher(PREFIXES.matcher(subject).replaceFirst("")).replaceAll(" ");
    }
}
