package org.appel.applications.access;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.appel.applications.storage.Accesses;
import org.appel.service.Cursor;
import org.appel.service.Problem;

/**
 * Which part of the log is asked for.
 *
 * @param from not before; null from the beginning
 * @param to before; null to this moment
 * @param beyond where the page before ended; null for the first
 */
record Span(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable UUID beyond) {
    /**
     * As the parameters of a request say.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 {@code bad-time} or {@code bad-cursor}
     */
    static Span of(@Nullable String from, @Nullable String to, @Nullable String cursor) {
        return new Span(time("from", from), time("to", to), position(cursor));
    }

    Accesses.Filter filter(@Nullable Set<String> organisations, @Nullable UUID application, @Nullable String by) {
        return new Accesses.Filter(organisations, application, by, from, to, beyond);
    }

    private static @Nullable Instant time(String name, @Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.of(400, "bad-time", name + " must be an instant such as 2026-01-31T23:00:00Z");
        }
    }

    private static @Nullable UUID position(@Nullable String cursor) {
        try {
            return cursor == null
                    ? null
                    : UUID.fromString(Cursor.decode(cursor, 1).getFirst());
        } catch (IllegalArgumentException e) {
            throw Cursor.bad();
        }
    }
}
