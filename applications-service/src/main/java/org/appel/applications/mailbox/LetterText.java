package org.appel.applications.mailbox;

import java.util.regex.Pattern;

/** Tells a letter that stands in a mail's own text from a line that says what is attached. */
final class LetterText {
    private static final int SHORTEST_LETTER = 600;
    /** A letterhead may stand before the salutation. */
    private static final int LATEST_SALUTATION = 800;

    private static final Pattern SALUTATION =
            Pattern.compile("(?imu)^[\\s>*_]*(?:madame|monsieur|mesdames|messieurs|ch(?:e|è|e\\u0300)re?s?\\b|bonjour|"
                    + "bonsoir|dear\\b|to whom it may concern|hello\\b|good (?:morning|afternoon|evening)|hi\\b|"
                    + "greetings|(?:à|a) (?:l['’]attention|qui de droit)|sehr geehrte|liebe[rs]?\\b|"
                    + "estimad[oa]s?\\b|gentil[ei]\\b|egregi[oa]?\\b|spett|السيد|سيدي|سيدتي|تحية)");

    private LetterText() {}

    /** Whether it greets somebody and then has something to say. */
    static boolean isLetter(String text) {
        var body = text.strip();
        var salutation = SALUTATION.matcher(body);
        return salutation.find()
                && salutation.start() <= LATEST_SALUTATION
                && body.length() - salutation.start() >= SHORTEST_LETTER;
    }
}
