package org.appel.postings.model.facts;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.appel.postings.model.facts.Fact.Address;
import org.appel.postings.model.facts.Fact.Amount;
import org.appel.postings.model.facts.Fact.AtTime;
import org.appel.postings.model.facts.Fact.Currency;
import org.appel.postings.model.facts.Fact.OnDay;
import org.appel.postings.model.facts.Fact.Unit;

/**
 * Finds the {@link Fact}s of a text, each once: what was read as a date is not read as a number again. Written for French
 * and English; digits, dates in digits, addresses and the names of months are understood in other languages as well.
 *
 * <p>Each pattern takes time in proportion to the text's length: none begins again inside of what it has just tried.
 */
public final class FactReader {

    private static final char READ = '\u0001';
    private static final int LONGEST_QUOTE = 80;
    private static final int CENTURY = 2000;

    private static final Pattern EMAIL =
            Pattern.compile("(?<![a-z0-9._%+-])[a-z0-9._%+-]+@[a-z0-9-]+(?:\\.[a-z0-9-]+)+");
    private static final Pattern URL = Pattern.compile("(?:https?://|\\bwww\\.)[^\\s<>\"'()«»\u0001]{1,2000}");
    private static final Pattern PHONE = Pattern.compile("\\+\\d[\\d ().-]{6,18}\\d");

    private static final Pattern ISO_DATE = Pattern.compile("(?<!\\d)(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)");
    private static final Pattern DATE_IN_DIGITS =
            Pattern.compile("(?<![\\d/.-])(\\d{1,2})(?:/(\\d{1,2})/(\\d{4}|\\d{2})|\\.(\\d{1,2})\\.(\\d{4})"
                    + "|-(\\d{1,2})-(\\d{4}))(?!\\d)");

    /** Numbers that are a part of a name, and that another language does without: Bac+5, loi 1901, 501(c)(3). */
    private static final Pattern PART_OF_A_NAME =
            Pattern.compile("(?<=[a-z])\\+\\d{1,2}(?!\\d)|(?<=\\bbac) ?\\+ ?\\d(?!\\d)|\\b501 ?\\(c\\) ?\\(3\\)"
                    + "|\\b(?:loi|law|act)(?: du| de| of)?(?: 1(?:er|st)?)?(?: juillet| july)?(?: 1(?:st)?)?,? 1901\\b"
                    + "|\\b1901 (?:french )?(?:associations? )?(?:law|act)\\b");

    private static final Pattern TIME = Pattern.compile(
            "(?<![\\d:])([01]?\\d|2[0-4]) ?[h:] ?([0-5]\\d)(?![\\d:])(?: ?min\\b)?(?: ?([ap])\\.? ?m\\b\\.?)?");
    private static final Pattern HOUR_OF_DAY =
            Pattern.compile("(?<!\\d)(1[0-2]|0?\\d) ?([ap])(?:\\.? ?m\\b)\\.?|(?<!\\d)([01]?\\d|2[0-4]) ?(?:h|uhr)\\b");

    private static final Pattern NUMBER =
            Pattern.compile("(?<!\\d)(?:([1-9]\\d{0,2}(?:[ '.,]\\d{3}){1,5})(?!\\d)(?:([.,])(\\d{1,2})(?!\\d))?"
                    + "|(\\d{1,18})(?!\\d)(?:[.,](\\d{1,9})(?!\\d))?)");
    private static final Pattern SCALE =
            Pattern.compile(" ?(?:(millions?|mio|millones|millionen)|(milliards?|billions?))\\b");
    private static final Pattern UNIT = Pattern.compile(
            "[ -]?(?:(%|pour ?cents?\\b|per ?cent\\b|prozent\\b|por ciento\\b)|(minutes?\\b)|(heures?\\b|hours?\\b)"
                    + "|(jours?\\b|days?\\b)|(semaines?\\b|weeks?\\b)|(mois\\b|months?\\b)|(ans?\\b|annees?\\b|years?\\b))");
    private static final String MONEY =
            "(?:(euros?\\b|eur\\b|€)|(chf\\b|sfr\\b\\.?|francs? suisses?\\b|swiss francs?\\b|"
                    + "francs?\\b(?! ?(?:cf[ap]|congol|guine|rwand|burund|djibout|comor|belg|franc|pacif))|fr\\.)|(us ?dollars?\\b|usd\\b|us ?\\$|dollars?\\b|\\$)"
                    + "|(gbp\\b|livres? sterling\\b|pounds?(?: sterling)?\\b|£))";
    private static final Pattern MONEY_AFTER = Pattern.compile(
            "(?<=\\d(?:[.,]-{1,2})?) ?(?:(?:millions?|milliards?|billions?|mio) ?(?:de |d'|of )?)?" + MONEY);
    private static final Pattern MONEY_BEFORE = Pattern.compile("(?<![a-z])" + MONEY.replace("\\b", "") + " ?(?=\\d)");
    private static final List<String> MONIES = List.of("EUR", "CHF", "USD", "GBP");

    private final MonthNames months;
    private final Pattern dayMonth;
    private final Pattern monthDay;
    private final Pattern monthYear;
    private final PlaceNames places;

    /** @param places that the texts may name */
    public FactReader(MonthNames months, PlaceNames places) {
        this.months = months;
        this.places = places;
        var month = "(?<!\\p{L})(" + months.pattern() + ")(?!\\p{L})\\.?";
        dayMonth = Pattern.compile("(?<![\\d.,'])(\\d{1,2})(?:er|st|nd|rd|th|e|\\.)?\\s+(?:of |de |d')?(?:the )?"
                + month + "(?:,? (?:de |of )?(\\d{4})(?!\\d))?");
        monthDay = Pattern.compile(month + " (\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])(?:,? (\\d{4})(?!\\d))?");
        monthYear = Pattern.compile(month + ",? (?:of |de )?(\\d{4})(?!\\d)");
    }

    /**
     * The facts of a text, in the order of their kinds.
     *
     * @param language ISO 639-1; in English 04/03/2026 may be in March or in April
     */
    public List<Fact> read(String text, String language) {
        return new Reading(Plain.compose(text), language).facts;
    }

    /** One text, in which what was read is struck out. */
    private final class Reading {

        private final List<Fact> facts = new ArrayList<>();
        private final String composed;
        private final boolean english;
        private String plain;

        Reading(String composed, String language) {
            this.composed = composed;
            english = language.equals("en");
            plain = Plain.of(composed);
            take(EMAIL, found -> new Address(Address.Kind.EMAIL, found.group(), said(found)));
            take(URL, this::url);
            take(PHONE, found -> new Address(Address.Kind.PHONE, digits(found.group()), said(found)));
            strike(PART_OF_A_NAME);
            take(ISO_DATE, found -> day(found, found.group(1), number(found, 2), number(found, 3)));
            take(DATE_IN_DIGITS, this::dateInDigits);
            take(dayMonth, this::dayMonth);
            take(monthDay, this::monthDay);
            take(monthYear, this::monthYear);
            take(TIME, this::time);
            take(HOUR_OF_DAY, this::hour);
            currencies();
            numbers();
            facts.addAll(places.in(composed));
        }

        /** Notes what a pattern finds, unless it turns out to be something else, and strikes it out. */
        private void take(Pattern pattern, Function<MatchResult, @Nullable Fact> reader) {
            var left = new StringBuilder(plain);
            for (var found : pattern.matcher(plain).results().toList()) {
                var fact = reader.apply(found);
                if (fact != null) {
                    facts.add(fact);
                    for (int i = found.start(); i < found.end(); i++) {
                        left.setCharAt(i, READ);
                    }
                }
            }
            plain = left.toString();
        }

        private void strike(Pattern pattern) {
            plain = pattern.matcher(plain)
                    .replaceAll(found -> String.valueOf(READ).repeat(found.end() - found.start()));
        }

        /** Pages in two languages are two addresses of one thing, whatever the rest of their paths is called. */
        private Fact url(MatchResult found) {
            var bare = found.group().replaceFirst("^https?://", "").replaceFirst("^www\\.", "");
            bare = bare.replaceFirst("[.,;:!?\u2026/]+$", "");
            var value =
                    bare.matches("[^/?]+(?:/|\\?(?:.*&)?(?:lang|locale|hl)=)(?:fr|en|es|ar|de|pt|ru|it)(?:[-_/?#&].*)?")
                            ? bare.replaceFirst("[/?].*", bare.matches("[^/?]+/..") ? "/" : "/*")
                            : bare;
            return new Address(Address.Kind.URL, value, said(found));
        }

        private @Nullable Fact dateInDigits(MatchResult found) {
            int first = number(found, 1);
            int form = found.group(2) != null ? 2 : found.group(4) != null ? 4 : 6;
            int second = number(found, form);
            int year = number(found, form + 1);
            int whole = year < 100 ? CENTURY + year : year;
            var readings = new LinkedHashSet<OnDay.Reading>();
            reading(whole, second, first, readings);
            if (english && form != 4) {
                reading(whole, first, second, readings);
            }
            return readings.isEmpty() ? null : new OnDay(readings, said(found));
        }

        private @Nullable Fact dayMonth(MatchResult found) {
            return isMonth(found, 2) ? day(found, found.group(3), month(found, 2), number(found, 1)) : null;
        }

        /** Only English writes the month first, and with a capital. */
        private @Nullable Fact monthDay(MatchResult found) {
            return Character.isUpperCase(composed.charAt(found.start(1)))
                    ? day(found, found.group(3), month(found, 1), number(found, 2))
                    : null;
        }

        private @Nullable Fact monthYear(MatchResult found) {
            return isMonth(found, 1)
                    ? new OnDay(Set.of(new OnDay.Reading(number(found, 2), month(found, 1), null)), said(found))
                    : null;
        }

        /** "5 may apply" and "3 march": these two are months only with a capital in English. */
        private boolean isMonth(MatchResult found, int group) {
            return !(english && Set.of("may", "march", "mar").contains(found.group(group)))
                    || Character.isUpperCase(composed.charAt(found.start(group)));
        }

        private @Nullable Fact day(MatchResult found, @Nullable String year, int month, int day) {
            var readings = new LinkedHashSet<OnDay.Reading>();
            reading(year == null ? null : Integer.valueOf(year), month, day, readings);
            return readings.isEmpty() ? null : new OnDay(readings, said(found));
        }

        private void reading(@Nullable Integer year, int month, int day, Set<OnDay.Reading> readings) {
            boolean isDay = month >= 1
                    && month <= 12
                    && day >= 1
                    && day <= YearMonth.of(year == null ? CENTURY : year, month).lengthOfMonth();
            if (isDay) {
                readings.add(new OnDay.Reading(year, month, day));
            }
        }

        private Fact time(MatchResult found) {
            return new AtTime(LocalTime.of(hour(number(found, 1), found.group(3)), number(found, 2)), said(found));
        }

        /** "35 h a week" and "8 h par jour" are numbers of hours. */
        private @Nullable Fact hour(MatchResult found) {
            var rest = plain.substring(found.end(), Math.min(plain.length(), found.end() + 5));
            if (found.group(1) == null && (rest.matches(" ?/.*") || rest.matches(" (?:par|per|a|by) .*"))) {
                return null;
            }
            int hour = found.group(1) == null ? number(found, 3) : hour(number(found, 1), found.group(2));
            return new AtTime(LocalTime.of(hour % 24, 0), said(found));
        }

        private static int hour(int written, @Nullable String half) {
            int hour = half == null ? written : written % 12 + ("p".equals(half) ? 12 : 0);
            return hour % 24;
        }

        private void currencies() {
            Stream.concat(
                            MONEY_AFTER.matcher(plain).results(),
                            MONEY_BEFORE.matcher(plain).results())
                    .forEach(found -> {
                        for (int i = 0; i < MONIES.size(); i++) {
                            if (found.group(i + 1) != null) {
                                facts.add(new Currency(MONIES.get(i), said(found)));
                            }
                        }
                    });
        }

        private void numbers() {
            for (var found : NUMBER.matcher(plain).results().toList()) {
                var value = value(found);
                var scale = SCALE.matcher(plain).region(found.end(), plain.length());
                int end = found.end();
                if (scale.lookingAt()) {
                    value = value.movePointRight(scale.group(1) != null ? 6 : 9);
                    end = scale.end();
                }
                var unit = UNIT.matcher(plain).region(end, plain.length());
                Unit counted = null;
                if (unit.lookingAt()) {
                    counted = unit(unit.toMatchResult());
                    end = unit.end();
                }
                facts.add(new Amount(value, counted, quote(found.start(), end)));
            }
        }

        private static BigDecimal value(MatchResult found) {
            var grouped = found.group(1);
            if (grouped != null) {
                var cents = found.group(3);
                return new BigDecimal(digits(grouped) + (cents == null ? "" : "." + cents)).stripTrailingZeros();
            }
            var fraction = found.group(5);
            return new BigDecimal(found.group(4) + (fraction == null ? "" : "." + fraction)).stripTrailingZeros();
        }

        private static Unit unit(MatchResult found) {
            int group = 1;
            while (found.group(group) == null) {
                group++;
            }
            return Unit.values()[group - 1];
        }

        private int month(MatchResult found, int group) {
            return months.number(found.group(group));
        }

        private String said(MatchResult found) {
            return quote(found.start(), found.end());
        }

        private String quote(int start, int end) {
            var words = composed.substring(start, end).strip();
            return words.length() > LONGEST_QUOTE ? words.substring(0, LONGEST_QUOTE) + "…" : words;
        }

        private static int number(MatchResult found, int group) {
            return Integer.parseInt(found.group(group));
        }

        private static String digits(String text) {
            return text.replace("(0)", "").replaceAll("\\D", "").toLowerCase(Locale.ROOT);
        }
    }
}
