package org.appel.postings.model;

import org.jspecify.annotations.Nullable;

/**
 * How the person is engaged.
 *
 * @param months how long, when limited; one or more
 * @param condition on what a renewal depends, in the notice's words
 */
public record Contract(
        @Nullable Type type,
        @Nullable Integer months,
        @Nullable Boolean renewable,
        @Nullable String condition) {

    /** Kind of contract. */
    public enum Type implements Coded {
        PERMANENT,
        FIXED_TERM,
        TEMPORARY,
        CONSULTANCY,
        INTERNSHIP,
        VOLUNTEER
    }

    /** Whether this kind of work is not measured in percent of a full-time post. */
    boolean isWithoutWorkload() {
        return type == Type.CONSULTANCY || type == Type.VOLUNTEER;
    }

    boolean isPermanent() {
        return type == Type.PERMANENT;
    }
}
