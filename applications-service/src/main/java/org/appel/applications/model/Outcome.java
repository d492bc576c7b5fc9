package org.appel.applications.model;

import java.util.Locale;

/** What became of one arrival at the intake. */
public enum Outcome {
    /** A new application. */
    ACCEPTED,
    /** The same person applied again: the one application was brought up to date. */
    UPDATED,
    /** A repetition of a request that was answered before, which got the same answer; or of a mail, which got none. */
    DUPLICATE,
    /** Not taken, with a reason. */
    REFUSED,
    /** A mail that HR has to sort. */
    UNSORTED,
    /** A mail that a machine wrote. */
    AUTOMATIC;

    /** The name in the API and the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is none of that name */
    public static Outcome of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
