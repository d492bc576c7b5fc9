package org.appel.notification.letters;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;

import org.appel.notification.model.Language;
import org.appel.notification.model.Posting.Deadline;

/** Moments as people write them in each language, with the name of the zone. */
final class Moments {

    private Moments() {}

    /** For example {@code 3 août 2025 à 23 h 59 (heure d’Europe centrale)}; its spaces do not break after numbers. */
    static String full(Instant moment, ZoneId zone, Language language) {
        var local = moment.atZone(zone);
        return date(local, language) + time(local, language) + " (" + name(zone, language) + ")";
    }

    /** The last minute of a deadline: a whole day ends at 23:59, a printed minute is that minute. */
    static String last(Deadline deadline, Language language) {
        return last(deadline.closesAt(), deadline.zone(), language);
    }

    /** The last minute before a moment at which something is over. */
    static String last(Instant over, ZoneId zone, Language language) {
        return full(over.minusSeconds(60), zone, language);
    }

    /** For example {@code 4 août 2027}; its spaces do not break after numbers. */
    static String day(LocalDate day, Language language) {
        return date(day.atStartOfDay(ZoneOffset.UTC), language);
    }

    private static String date(ZonedDateTime local, Language language) {
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
                : zone.getDisplayName(TextStyle.FULL, language.locale());
    }

    private static String format(ZonedDateTime local, String pattern, Language language) {
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(local);
    }
}
