package org.appel.postings.careers;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;

import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Deadline;

/** Days and moments as people write them in the page's language; their spaces do not break after numbers. */
final class Dates {

    /** A deadline is counted down from here on. */
    private static final long SOON = 14;

    private static final String VOWELS = "AEIOU";

    private final PageLanguage language;

    Dates(PageLanguage language) {
        this.language = language;
    }

    /** For example {@code 3 août 2025}. */
    String day(LocalDate date) {
        return numbered(date, "MMMM uuuu");
    }

    /** For example {@code juillet 2026}. */
    String month(YearMonth month) {
        return format(month, "MMMM uuuu");
    }

    /** For example {@code dimanche 3 août 2025, 23 h 59, heure de Bruxelles}: the last minute is the one that is printed. */
    String deadline(Deadline.Printed printed) {
        var time = printed.time() == null ? LocalTime.of(23, 59) : printed.time();
        var zone = printed.zone() == null ? "" : ", " + zone(printed.zone());
        return format(printed.date(), "EEEE ") + day(printed.date()) + ", " + time(time) + zone;
    }

    /** For example {@code 3 août 2025 à 23 h 59, heure de Bruxelles}. */
    String moment(Instant moment, ZoneId zone) {
        var local = moment.atZone(zone);
        return day(local.toLocalDate()) + ", " + time(local.toLocalTime()) + ", " + zone(zone);
    }

    /**
     * How long there is still time, once there is little.
     *
     * @param closesAt first instant after the deadline
     * @return null while there is plenty
     */
    @Nullable
    String countdown(Instant closesAt, ZoneId zone, Instant now) {
        var last = lastMinute(closesAt, zone);
        long days = ChronoUnit.DAYS.between(now.atZone(zone).toLocalDate(), last.toLocalDate());
        var words = language.words();
        if (days > SOON) {
            return null;
        }
        if (days > 1) {
            return words.closesInDays(days);
        }
        var time = time(last.toLocalTime());
        return days == 1 ? words.closesTomorrow(time, zone(zone)) : words.closesToday(time, zone(zone));
    }

    /** A whole day ends at 23:59, a printed minute is that minute. */
    static ZonedDateTime lastMinute(Instant closesAt, ZoneId zone) {
        return closesAt.minusSeconds(60).atZone(zone);
    }

    /** For example {@code heure de Bruxelles}, by the city that names the zone. */
    String zone(ZoneId zone) {
        var city = TimeZoneNames.getInstance(ULocale.forLocale(language.locale()))
                .getExemplarLocationName(TimeZone.getCanonicalID(zone.getId()));
        if (city == null || city.isEmpty()) {
            return zone.normalized().getId().equals("Z") ? "UTC" : zone.getId();
        }
        return switch (language) {
            case FR -> "heure " + ofCity(city);
            case EN -> city + " time";
        };
    }

    private static String ofCity(String city) {
        if (city.startsWith("Le ")) {
            return "du " + city.substring("Le ".length());
        }
        var first = Normalizer.normalize(city, Normalizer.Form.NFD).substring(0, 1);
        return (VOWELS.contains(first) ? "d’" : "de ") + city;
    }

    private String time(LocalTime time) {
        return switch (language) {
            case FR -> format(time, "H\u00a0'h'\u00a0mm");
            case EN -> format(time, "HH:mm");
        };
    }

    /** French says the first, and counts the other days. */
    private String numbered(LocalDate date, String rest) {
        var number = language == PageLanguage.FR && date.getDayOfMonth() == 1
                ? "1er"
                : Integer.toString(date.getDayOfMonth());
        return number + "\u00a0" + format(date, rest);
    }

    private String format(TemporalAccessor when, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(when);
    }
}
