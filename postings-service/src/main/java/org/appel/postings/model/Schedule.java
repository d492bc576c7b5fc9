package org.appel.postings.model;

import java.time.Instant;
import java.util.List;

/**
 * When a draft is to be published by itself.
 *
 * @param at the earliest moment
 * @param by who said so: subject of their token
 * @param problem everything that keeps it from being published then; while there is any, it is not tried
 */
public record Schedule(Instant at, String by, List<Gap> problem) {

    /** What a second person has to do. */
    public static final Gap NOT_APPROVED =
            new Gap("", "is not approved as it is now: a second person approves it first");

    public Schedule {
        problem = List.copyOf(problem);
    }
}
