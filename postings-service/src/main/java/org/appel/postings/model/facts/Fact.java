package org.appel.postings.model.facts;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Something that a text says and that must be the same in every language. */
public sealed interface Fact {

    /** In the text's own words. */
    String said();

    /** Whether both say the same, however each of them writes it. */
    boolean agrees(Fact other);

    /** Whether one may stand in the place of the other by mistake. */
    default boolean isLike(Fact other) {
        return getClass() == other.getClass();
    }

    /** Whether it can be meant in one way only. */
    default boolean isUnmistakable() {
        return true;
    }

    /** What an amount counts. */
    enum Unit {
        PERCENT,
        MINUTE,
        HOUR,
        DAY,
        WEEK,
        MONTH,
        YEAR
    }

    /**
     * A number in digits.
     *
     * @param unit null where none stands beside it; an adjective may stand between, so this says nothing
     */
    record Amount(BigDecimal value, @Nullable Unit unit, String said) implements Fact {

        private static final BigDecimal MONTHS_OF_A_YEAR = BigDecimal.valueOf(12);
        private static final int DAYS_OF_A_WEEK = 7;
        /** Quinze jours. */
        private static final int DAYS_OF_TWO_WEEKS = 15;

        /** With its unit. A number alone may count anything. */
        @Override
        public boolean isUnmistakable() {
            return unit != null;
        }

        @Override
        public boolean agrees(Fact other) {
            return switch (other) {
                case Amount amount ->
                    isSame(amount)
                            || inMonths().isPresent() && inMonths().equals(amount.inMonths())
                            || isInWeeks(amount)
                            || amount.isInWeeks(this);
                case OnDay day -> day.agrees(this);
                case AtTime time -> time.agrees(this);
                case Currency _, Address _, Named _ -> false;
            };
        }

        private boolean isSame(Amount other) {
            return value.compareTo(other.value) == 0 && (unit == null || other.unit == null || unit == other.unit);
        }

        /** 12 months are 1 year. */
        private Optional<BigDecimal> inMonths() {
            return switch (unit) {
                case YEAR -> Optional.of(value.multiply(MONTHS_OF_A_YEAR).stripTrailingZeros());
                case MONTH -> Optional.of(value.stripTrailingZeros());
                case null, default -> Optional.empty();
            };
        }

        /** "12 mois" may be "one year". */
        public boolean isInYears(Set<Integer> numbers) {
            return unit == Unit.MONTH
                    && numbers.stream()
                            .anyMatch(years -> isWhole(years * MONTHS_OF_A_YEAR.intValueExact()) && years > 0);
        }

        /** 14 days, or as some say 15, are 2 weeks. */
        private boolean isInWeeks(Amount weeks) {
            return unit == Unit.DAY && weeks.unit == Unit.WEEK && isDaysOf(weeks.value);
        }

        private boolean isDaysOf(BigDecimal weeks) {
            return value.compareTo(weeks.multiply(BigDecimal.valueOf(DAYS_OF_A_WEEK))) == 0
                    || isWhole(DAYS_OF_TWO_WEEKS) && weeks.compareTo(BigDecimal.TWO) == 0;
        }

        /** "15 jours" may be "two weeks". */
        public boolean isInWeeks(Set<Integer> numbers) {
            return unit == Unit.DAY
                    && numbers.stream().anyMatch(weeks -> weeks > 0 && isDaysOf(BigDecimal.valueOf(weeks)));
        }

        /** "2 weeks" may be "quinze jours". */
        public boolean isInDays(Set<Integer> numbers) {
            return unit == Unit.WEEK
                    && numbers.stream()
                            .anyMatch(days -> new Amount(BigDecimal.valueOf(days), Unit.DAY, said).isInWeeks(this));
        }

        public boolean isWhole(int number) {
            return value.compareTo(BigDecimal.valueOf(number)) == 0;
        }
    }

    /** The money in which an amount is. */
    record Currency(String code, String said) implements Fact {
        @Override
        public boolean agrees(Fact other) {
            return other instanceof Currency currency && code.equals(currency.code);
        }
    }

    /**
     * A day, or a month of a year.
     *
     * @param readings what it may mean: 04/03/2026 is a day in March or, as some write it in English, in April
     */
    record OnDay(Set<Reading> readings, String said) implements Fact {

        public OnDay {
            readings = Set.copyOf(readings);
        }

        @Override
        public boolean isUnmistakable() {
            return readings.size() == 1;
        }

        /**
         * @param year null where the text leaves it out
         * @param day null for the month as a whole
         */
        public record Reading(
                @Nullable Integer year, int month, @Nullable Integer day) {
            boolean agrees(Reading other) {
                return month == other.month
                        && (day == null ? other.day == null : day.equals(other.day))
                        && (year == null || other.year == null || year.equals(other.year));
            }

            /** "From 3 to 5 April": in another language the 3 may bear its month. */
            boolean isOnlyTheDay(Amount amount) {
                return year == null && day != null && amount.unit() == null && amount.isWhole(day);
            }
        }

        @Override
        public boolean agrees(Fact other) {
            return switch (other) {
                case OnDay date ->
                    readings.stream().anyMatch(mine -> date.readings.stream().anyMatch(mine::agrees));
                case Amount amount -> readings.stream().anyMatch(mine -> mine.isOnlyTheDay(amount));
                case Currency _, AtTime _, Address _, Named _ -> false;
            };
        }
    }

    /** A time of the day; midnight is 00:00. */
    record AtTime(LocalTime time, String said) implements Fact {
        @Override
        public boolean agrees(Fact other) {
            return switch (other) {
                case AtTime another -> time.equals(another.time);
                // "8 h" may be a time or a number of hours.
                case Amount amount ->
                    time.getMinute() == 0
                            && amount.isWhole(time.getHour())
                            && (amount.unit() == null || amount.unit() == Unit.HOUR);
                case Currency _, OnDay _, Address _, Named _ -> false;
            };
        }
    }

    /**
     * Where to write, look or call.
     *
     * @param value without what may differ and lead to the same, such as the language of a page: of a site in one language
     *     its first page ends with a slash, each other with an asterisk
     */
    record Address(Kind kind, String value, String said) implements Fact {
        enum Kind {
            EMAIL,
            URL,
            PHONE
        }

        @Override
        public boolean agrees(Fact other) {
            return other instanceof Address address
                    && kind == address.kind
                    && (value.equals(address.value) || isFirstPageOf(address) || address.isFirstPageOf(this));
        }

        /** Without a path a site shows its first page in the reader's language. */
        private boolean isFirstPageOf(Address site) {
            return kind == Kind.URL
                    && value.endsWith("/")
                    && (value.equals(site.value + "/") || site.value.equals(value + "*"));
        }

        @Override
        public boolean isLike(Fact other) {
            return other instanceof Address address && kind == address.kind;
        }
    }

    /**
     * A place by its name.
     *
     * @param places which it may be; more than one for a name that a city and a country share
     */
    record Named(Set<String> places, String said) implements Fact {

        public Named {
            places = Set.copyOf(places);
        }

        @Override
        public boolean agrees(Fact other) {
            return other instanceof Named named && !Collections.disjoint(places, named.places);
        }
    }
}
