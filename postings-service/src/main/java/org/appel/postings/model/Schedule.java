package org.appel.postings.model;

import java.time.Duration;
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

    /** What nobody expects to be published any more, unless somebody says so again. */
    public static final Gap LAPSED =
            new Gap("", "was not published at its moment, more than an hour ago: plan it again, or publish it");

    private static final Duration EXPECTED_FOR = Duration.ofHours(1);

    public Schedule {
        problem = List.copyOf(problem);
    }

    /**
     * Whether something kept the draft from being published for so long that it must not appear by itself at whatever
     * moment it is mended. What was merely held up, as by downtime, has not lapsed.
     */
    boolean hasLapsed(Instant now) {
        return !problem.isEmpty() && now.isAfter(at.plus(EXPECTED_FOR));
    }
}
