package org.appel.postings.reliefweb;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * The header of that name.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-retry-after">RFC 9110, 10.2.3</a>
 */
final class RetryAfter {

    /** Nobody is heeded for longer: two days, in seconds. */
    private static final long LONGEST = 172_800;

    private RetryAfter() {}

    /** When to come again; empty if the header makes no sense. */
    static Optional<Instant> read(String header, Instant now) {
        var text = header.strip();
        try {
            var until = text.matches("[0-9]{1,9}")
                    ? now.plusSeconds(Long.parseLong(text))
                    : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
            var latest = now.plusSeconds(LONGEST);
            return Optional.of(until.isAfter(latest) ? latest : until);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
