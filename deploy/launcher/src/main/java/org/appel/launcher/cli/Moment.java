package org.appel.launcher.cli;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A moment as a person types it: ISO 8601, with an offset, or without one in this machine's time zone. */
final class Moment implements ITypeConverter<Instant> {

    private final ZoneId here;

    Moment(ZoneId here) {
        this.here = here;
    }

    Moment() {
        this(ZoneId.systemDefault());
    }

    @Override
    public Instant convert(String text) {
        try {
            return switch (DateTimeFormatter.ISO_DATE_TIME.parseBest(text, ZonedDateTime::from, LocalDateTime::from)) {
                case ZonedDateTime zoned -> zoned.toInstant();
                case LocalDateTime local -> local.atZone(here).toInstant();
                case Object other -> throw new IllegalStateException("unforeseen " + other);
            };
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(
                    "'%s' is no moment; write it like 2025-07-09T09:00 or 2025-07-09T09:00+02:00".formatted(text));
        }
    }
}
