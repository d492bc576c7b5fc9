package org.appel.applications.mailbox.routing;

import java.util.regex.Pattern;

/**
 * Takes off what inclusive writing adds to a word, and the dots, brackets, dashes and slashes before it: "Chargé·e",
 * "Directeur-rice", "Général(e)", "Coordinador/a", "Referent*in".
 */
final class InclusiveWriting {
    private static final String ENDING = "(?:e|s|es|ne|nes|le|les|te|tes|fe|fes|sse|sses|esse|esses|ve|ves|ive|ives"
            + "|[eè]re|[eè]res|i[eè]re|i[eè]res|se|ses|euse|euses|rice|rices|trice|trices|drice|drices|ice|ices|eure|eures"
            + "|ale|ales|elle|elles|enne|ennes|onne|onnes|x)";
    private static final String FOREIGN = "(?:in|innen|a|as|o|os|ora|oras)";
    private static final String DOT = "[·∙•‧⋅・․.\\-‐‑*_’']";
    private static final String END = "(?!\\p{L})";

    private static final Pattern ANY = Pattern.compile("[·∙•‧⋅・․.\\-‐‑*_’'(/:]");
    /** "Direct·eur·rice" */
    private static final Pattern PARTED_STEM =
            caseless("(?<=\\p{L}{3})" + DOT + "(t?eur|er|if|al|en)s?(?=" + DOT + ENDING + END + ")");

    /** The closing bracket may be lost. */
    private static final Pattern IN_BRACKETS = caseless("(?<=\\p{L}{2})\\s?\\(\\s?[-/]?(?:" + ENDING + "|" + FOREIGN
            + ")" + END + "(?:\\s?\\)(?:" + DOT + "?s" + END + ")?)?");

    private static final Pattern AFTER_A_DOT =
            caseless("(?<=\\p{L}{2})(?:\\s?/\\s?-?|-/|" + DOT + ")" + ENDING + "(?:" + DOT + "s)?" + END + "(?![’'])");
    private static final Pattern AFTER_A_STAR = caseless("(?<=\\p{L}{2})(?:[*:_]|/-?)" + FOREIGN + END);

    private InclusiveWriting() {}

    static String inOneGender(String text) {
        if (!ANY.matcher(text).find()) {
            return text;
        }
        var line = PARTED_STEM.matcher(text).replaceAll("$1");
        line = IN_BRACKETS.matcher(line).replaceAll("");
        line = AFTER_A_DOT.matcher(line).replaceAll("");
        return AFTER_A_STAR.matcher(line).replaceAll("");
    }

    private static Pattern caseless(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
