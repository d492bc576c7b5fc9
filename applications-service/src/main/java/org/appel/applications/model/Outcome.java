package org.appel.applications.model;

import java.util.Locale;

/** What became of one arrival at the intake. */
public enum Outcome {
    /** A new application. */
    ACCEPTED,
    /** The same person applied again: the one application was brought up to date. */
    UPDATED,
    /** A repetition of a request that was answered before: it got the same answer. */
    DUPLICATE,
    /** Not taken, with a reason. */
    REFUSED;

    /** The name in the database. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
