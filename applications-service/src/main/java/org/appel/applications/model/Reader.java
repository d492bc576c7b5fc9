package org.appel.applications.model;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * Who looks at something, and what for.
 *
 * @param name as the token has it; null for a candidate, who is known by the application and needs no name here
 * @param role {@code hr}, {@code panel}, {@code admin}, {@code service} or {@code candidate}
 */
public record Reader(@Nullable String name, String role, Purpose purpose) {
    /** Whoever has the link to an application. */
    public static final Reader CANDIDATE = new Reader(null, "candidate", Purpose.OWN);

    public Reader {
        Objects.requireNonNull(role);
        Objects.requireNonNull(purpose);
    }
}
