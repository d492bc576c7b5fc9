package org.appel.postings.model.notice;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

import org.appel.postings.model.facts.Fact.OnDay;

/** Days that a notice names, if they can be meant in one way only. */
final class Days {

    private Days() {}

    /** With its year; empty for a month, and where the year is left out or day and month could be exchanged. */
    static Optional<LocalDate> day(OnDay said) {
        return only(said)
                .filter(reading -> reading.day() != null && reading.year() != null)
                .map(reading -> LocalDate.of(reading.year(), reading.month(), reading.day()));
    }

    /** A month of a year. */
    static Optional<YearMonth> month(OnDay said) {
        return only(said)
                .filter(reading -> reading.day() == null && reading.year() != null)
                .map(reading -> YearMonth.of(reading.year(), reading.month()));
    }

    /** What a doubt says of a day that is not read. */
    static String unclear(OnDay said) {
        return "is no day that can be meant in one way only: " + said.said();
    }

    private static Optional<OnDay.Reading> only(OnDay said) {
        return said.isUnmistakable() ? said.readings().stream().findFirst() : Optional.empty();
    }
}
