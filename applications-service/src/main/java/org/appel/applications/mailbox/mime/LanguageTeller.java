package org.appel.applications.mailbox.mime;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Tells French from English by the small words of which no text has few. */
final class LanguageTeller {
    private static final int ENOUGH = 6_000;
    private static final int FEWEST = 3;
    private static final Set<String> FRENCH = Set.of(("le la les des du un une et est que qui dans pour avec votre vos"
                    + " vous je mon ma mes au aux sur par ne pas ce cette suis nous notre ci-joint madame monsieur bonjour"
                    + " cordialement candidature poste veuillez trouverez être de en ou plus chargé chargée son ses à")
            .split(" "));
    private static final Set<String> ENGLISH = Set.of(("the and of to in is for with your you my am that this on at as"
                    + " are be have has will would please find attached dear sincerely regards hello application position"
                    + " i it from by an we our which was not")
            .split(" "));

    private LanguageTeller() {}

    /** @return {@code fr} or {@code en}; null if it cannot be told */
    static @Nullable String tell(String subject, String text) {
        var all = (subject + " " + text).toLowerCase(Locale.ROOT);
        int french = 0;
        int english = 0;
        for (String word : all.substring(0, Math.min(ENOUGH, all.length())).split("[^\\p{L}-]+")) {
            if (FRENCH.contains(word)) {
                french++;
            } else if (ENGLISH.contains(word)) {
                english++;
            }
        }
        if (french >= FEWEST && french > 2 * english) {
            return "fr";
        }
        return english >= FEWEST && english > 2 * french ? "en" : null;
    }
}
