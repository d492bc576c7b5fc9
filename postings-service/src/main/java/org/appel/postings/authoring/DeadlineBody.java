package org.appel.postings.authoring;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.postings.config.Registered;
import org.appel.postings.config.Registered.In;
import org.appel.postings.model.Deadline;

/**
 * A deadline as HR writes it.
 *
 * @param date last day
 * @param time last minute, as in 17:00; null for the whole day
 * @param zone IANA time zone
 * @param wording the notice's words
 * @param none true for open until filled, and then nothing else
 */
@Schema(name = "Deadline")
@Shaped.WellShaped
record DeadlineBody(
        @Nullable LocalDate date,

        @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d", message = "must be a time such as 17:00") @Nullable
        String time,

        @Schema(examples = "Europe/Brussels") @Registered(In.TIME_ZONES) @Nullable
        String zone,

        @Size(max = 500) @Nullable String wording,

        @Nullable Boolean none)
        implements Shaped {

    static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2199;

    @Override
    public Optional<String> objection() {
        if (Boolean.TRUE.equals(none)) {
            return date == null && time == null && zone == null && wording == null
                    ? Optional.empty()
                    : Optional.of("must have either a date or none as true, and with none nothing else");
        }
        if (date == null) {
            return Optional.of("must have a date, or none as true for open until filled");
        }
        return objectionTo(date.getYear());
    }

    Deadline toDeadline() {
        return date == null
                ? new Deadline.None()
                : new Deadline.Printed(
                        date,
                        time == null ? null : LocalTime.parse(time),
                        zone == null ? null : ZoneId.of(zone),
                        wording);
    }

    static Optional<String> objectionTo(int year) {
        return year < FIRST_YEAR || year > LAST_YEAR
                ? Optional.of("is in the year " + year + ", which cannot be meant")
                : Optional.empty();
    }
}
