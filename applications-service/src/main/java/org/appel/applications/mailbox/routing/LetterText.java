package org.appel.applications.mailbox.routing;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A text as far as it is a letter: from its salutation to its closing formula. */
final class LetterText {
    private static final Pattern SALUTATION = Pattern.compile(
            "(?m)^[\\s>]*(?:(?:a l['’ ]attention de |chers? |chere |cheres )?(?:madame|monsieur|mesdames|messieurs|mme|mr?)\\b"
                    + "|chere?s?\\b|dear\\b|to whom it may|bonjour\\b|bonsoir\\b|hello\\b|good (?:morning|afternoon|day)\\b"
                    + "|estimad[oa]s?\\b|muy senor|distinguid[oa]s?\\b|buen[oa]s (?:dias|tardes)|sehr geehrte|liebe[rs]?\\b"
                    + "|gentile|egregi[oa]?|prezad[oa]s?\\b|exm[oa]s?\\b|السيد|السيده|الساده|حضره|تحيه|سيدي|سيدتي|السلام عليكم)",
            Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern CLOSING = Pattern.compile(
            "veuillez (?:agreer|recevoir|croire)|(?:prie|prions) (?:d['’ ]agreer|de (?:croire|recevoir|bien vouloir agreer))"
                    + "|(?:dans )?l['’ ]attente d|salutations|cordialement|bien a vous|respectueusement|sinceres"
                    + "|sincerely|faithfully|(?:best|kind|warm) regards|(?m:^regards)|respectfully|yours truly|look(?:ing)? forward"
                    + "|atentamente|(?:cordial(?:es)? )?saludos?\\b|mit freundlichen|distinti saluti|cumprimentos"
                    + "|وتفضلوا|تفضلوا|مع فاءق|وتقبلوا|تقبلوا");
    /** Where what others wrote begins. */
    private static final Pattern OTHERS = Pattern.compile(
            "(?m)^-- ?$|^-{2,}\\s?(?:original|message|forwarded|mensaje)|^_{8,}|^(?:le|on|el|am) .{0,120}(?:a ecrit|wrote|escribio|schrieb)\\s?:"
                    + "|^(?:de|from|von) ?: .*@");
    /** A letter's salutation has no more before it than addresses, a place and a date, a subject. */
    private static final int LONGEST_HEAD = 1_200;

    private final String text;
    private final int start;
    private final boolean closed;

    /** @param written as it came */
    LetterText(String written) {
        var own = written.lines()
                .filter(line -> !line.stripLeading().startsWith(">"))
                .map(Folding::fold)
                .collect(Collectors.joining("\n"));
        var others = OTHERS.matcher(own);
        var mine = others.find() ? own.substring(0, others.start()) : own;
        var salutation = SALUTATION.matcher(mine);
        this.start = salutation.find() && salutation.start() <= LONGEST_HEAD ? salutation.end() : -1;
        var closing = CLOSING.matcher(mine);
        this.closed = start >= 0 && closing.find(start);
        this.text = closed ? mine.substring(0, closing.start()) : mine;
    }

    boolean hasSalutation() {
        return start >= 0;
    }

    boolean isClosed() {
        return closed;
    }

    /** Characters between salutation and closing formula, or to the end; each run of blanks is one. */
    int length() {
        return start < 0
                ? 0
                : text.substring(start).replaceAll("\\s+", " ").strip().length();
    }
}
