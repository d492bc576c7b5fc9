package org.appel.applications.candidate;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

import org.appel.applications.model.Language;

/** Moments as people write them in each language; their spaces do not break after numbers. */
final class Moments {
    private Moments() {}

    /** For example {@code 3 août 2025 à 23 h 59 (heure d’Europe centrale)}. */
    static String full(Instant moment, ZoneId zone, Language language) {
        var local = moment.atZone(zone);
        return day(moment, zone, language) + time(local, language) + " (" + name(zone, language) + ")";
    }

    /** The last minute before that instant: a whole day ends at 23:59, a printed minute is that minute. */
    static String last(Instant end, ZoneId zone, Language language) {
        return full(end.minusSeconds(60), zone, language);
    }

    /** For example {@code 3 août 2025}. */
    static String day(Instant moment, ZoneId zone, Language language) {
        var local = moment.atZone(zone);
        return switch (language) {
            // French says the first, and counts the other days.
            case FR ->
                (local.getDayOfMonth() == 1 ? "1er" : String.valueOf(local.getDayOfMonth()))
                        + format(local, "\u00a0MMMM uuuu", language);
            case EN -> format(local, "d\u00a0MMMM uuuu", language);
        };
    }

    private static String time(ZonedDateTime local, Language language) {
        return switch (language) {
            case FR -> format(local, "' à 'H'\u00a0h\u00a0'mm", language);
            case EN -> format(local, "' at 'HH:mm", language);
        };
    }

    private static String name(ZoneId zone, Language language) {
        return zone.normalized().equals(ZoneOffset.UTC)
                ? "UTC"
                : zone.getDisplayName(TextStyle.FULL, Locale.of(language.code()));
    }

    private static String format(ZonedDateTime local, String pattern, Language language) {
        return DateTimeFormatter.ofPattern(pattern, Locale.of(language.code())).format(local);
    }
}
