package org.appel.postings.model;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of an application that arrives after the deadline. It is the hiring team's own rule: the public is told
 * the deadline alone.
 *
 * @param graceMinutes how long after the deadline applications are taken, 1 to {@value #LONGEST_GRACE}; set for a grace,
 *     and only for that
 */
public record LatePolicy(Kind kind, @Nullable Integer graceMinutes) {

    /** A week. */
    public static final int LONGEST_GRACE = 10_080;

    public LatePolicy {
        if ((kind == Kind.GRACE) != (graceMinutes != null)) {
            throw new IllegalArgumentException("a grace has its minutes, and nothing else has");
        }
        if (graceMinutes != null && (graceMinutes < 1 || graceMinutes > LONGEST_GRACE)) {
            throw new IllegalArgumentException("a grace of " + graceMinutes + " minutes");
        }
    }

    /** The ways to treat it. */
    public enum Kind implements Coded {
        /** It is not taken. */
        REFUSE,
        /** It is taken whenever it comes, and marked for those who select. */
        FLAG,
        /** It is taken for a while, and marked. */
        GRACE
    }
}
