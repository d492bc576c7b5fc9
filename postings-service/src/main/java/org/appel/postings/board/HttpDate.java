package org.appel.postings.board;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;

import io.vertx.core.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Moments in headers: one form is written, three are read.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-date-time-formats">RFC 9110, 5.6.7</a>
 */
final class HttpDate {

    private static final DateTimeFormatter WRITTEN = form("EEE, dd MMM yyyy HH:mm:ss 'GMT'");

    private static final List<DateTimeFormatter> READ = List.of(
            WRITTEN,
            new DateTimeFormatterBuilder()
                    .appendPattern("EEEE, dd-MMM-")
                    .appendValueReduced(ChronoField.YEAR, 2, 2, LocalDate.of(1970, 1, 1))
                    .appendPattern(" HH:mm:ss 'GMT'")
                    .toFormatter(Locale.US)
                    .withZone(ZoneOffset.UTC),
            form("EEE MMM ppd HH:mm:ss yyyy"));

    private static volatile Second last = new Second(0, "");

    private record Second(long number, CharSequence text) {}

    private HttpDate() {}

    /** As headers have it: seconds, rounded down. */
    static String of(Instant moment) {
        return WRITTEN.format(moment);
    }

    /** The same for the moment that it is, which thousands ask for in a second. */
    static CharSequence ofNow(Instant now) {
        var known = last;
        if (known.number() != now.getEpochSecond()) {
            known = new Second(now.getEpochSecond(), HttpHeaders.createOptimized(of(now)));
            last = known;
        }
        return known.text();
    }

    /** The moment that a header names; null if there is none or it cannot be understood. */
    static @Nullable Instant parse(@Nullable String header) {
        if (header == null) {
            return null;
        }
        for (var form : READ) {
            try {
                return LocalDateTime.parse(header.strip(), form).toInstant(ZoneOffset.UTC);
            } catch (DateTimeException e) {
                // Perhaps it is one of the others.
            }
        }
        return null;
    }

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.US).withZone(ZoneOffset.UTC);
    }
}
