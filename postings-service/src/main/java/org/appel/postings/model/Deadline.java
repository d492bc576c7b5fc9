package org.appel.postings.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Until when applications are taken. */
public sealed interface Deadline {

    /** First instant at which applications are no longer taken; empty when there is none, or none is known yet. */
    Optional<Instant> closesAt();

    /** Open until filled. */
    record None() implements Deadline {
        @Override
        public Optional<Instant> closesAt() {
            return Optional.empty();
        }
    }

    /**
     * A deadline as a notice prints it: the day is included whole, or the minute if there is one.
     *
     * @param date last day, in {@code zone}
     * @param time last minute; null for the whole day
     * @param zone null while nobody has said whose midnight counts; a published posting has one
     * @param wording the notice's words
     */
    record Printed(
            LocalDate date,
            @Nullable LocalTime time,
            @Nullable ZoneId zone,
            @Nullable String wording) implements Deadline {

        private static final Duration PRINTED_MINUTE = Duration.ofMinutes(1);

        /**
         * {@inheritDoc}
         *
         * <p>A printed day ends where the next one begins, which may be later than midnight. A printed minute that the
         * clocks skip is moved forward by as much as they are; one that they show twice ends the second time.
         */
        @Override
        public Optional<Instant> closesAt() {
            return Optional.ofNullable(zone).map(this::closesIn);
        }

        private Instant closesIn(ZoneId place) {
            return time == null
                    ? date.plusDays(1).atStartOfDay(place).toInstant()
                    : date.atTime(time)
                            .atZone(place)
                            .withLaterOffsetAtOverlap()
                            .toInstant()
                            .plus(PRINTED_MINUTE);
        }
    }
}
