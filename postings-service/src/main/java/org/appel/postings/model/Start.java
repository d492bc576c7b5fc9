package org.appel.postings.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** When the work begins. */
public sealed interface Start {

    /** The last day on which it may begin; empty for as soon as possible. */
    Optional<LocalDate> latest();

    /** @param provisional true while the date is not firm */
    record OnDate(LocalDate date, boolean provisional) implements Start {
        @Override
        public Optional<LocalDate> latest() {
            return Optional.of(date);
        }
    }

    /** @param provisional true while the month is not firm */
    record InMonth(YearMonth month, boolean provisional) implements Start {
        @Override
        public Optional<LocalDate> latest() {
            return Optional.of(month.atEndOfMonth());
        }
    }

    /** As soon as the person can. */
    record AsSoonAsPossible() implements Start {
        @Override
        public Optional<LocalDate> latest() {
            return Optional.empty();
        }
    }
}
