package org.appel.applications.model;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What becomes of an application that arrives after the deadline. */
public sealed interface LatePolicy {
    /** The names of all. */
    Set<String> CODES = Set.of("refuse", "flag", "grace");

    /** It is not taken. */
    record Refuse() implements LatePolicy {}

    /** It is taken whenever it comes, and those who select see that it is late. */
    record Flag() implements LatePolicy {}

    /**
     * It is taken for a while, and those who select see it.
     *
     * @param length from the deadline on; the first instant after it is too late
     */
    record Grace(Duration length) implements LatePolicy {
        public Grace {
            if (!length.isPositive()) {
                throw new IllegalArgumentException("a grace lasts some time");
            }
        }
    }

    /**
     * The policy of that name.
     *
     * @param graceMinutes set for {@code grace}, and only for that
     */
    static LatePolicy of(String code, @Nullable Integer graceMinutes) {
        if (code.equals("grace") != (graceMinutes != null)) {
            throw new IllegalArgumentException("a grace has its minutes, and no other policy has");
        }
        return switch (code) {
            case "refuse" -> new Refuse();
            case "flag" -> new Flag();
            case "grace" -> new Grace(Duration.ofMinutes(Objects.requireNonNull(graceMinutes)));
            default -> throw new IllegalArgumentException("There is no late policy " + code);
        };
    }

    /** The name in events and the database. */
    default String code() {
        return switch (this) {
            case Refuse _ -> "refuse";
            case Flag _ -> "flag";
            case Grace _ -> "grace";
        };
    }

    /** How long after the deadline applications count to it; the count of its intake waits for that. */
    default Duration grace() {
        return switch (this) {
            case Refuse _, Flag _ -> Duration.ZERO;
            case Grace grace -> grace.length();
        };
    }

    /**
     * How an application is admitted that came so long after the deadline.
     *
     * @param delay zero at the first instant after the deadline
     * @return empty if it is not taken
     */
    default Optional<Admission> admit(Duration delay) {
        return switch (this) {
            case Refuse _ -> Optional.empty();
            case Flag _ -> Optional.of(Admission.LATE);
            case Grace grace ->
                delay.compareTo(grace.length()) < 0 ? Optional.of(Admission.IN_GRACE) : Optional.empty();
        };
    }
}
