package org.appel.notification.model;

import java.time.Duration;

/**
 * Longer and longer pauses: each is twice the one before, up to a longest one, and blurred so that many who failed at
 * one moment do not come back at one moment.
 *
 * @param first pause after the first failure, more than zero
 * @param longest no pause is longer than this, blur aside
 * @param jitter how far a pause is blurred, as a share of it, 0 to 1: 0.2 means 80 to 120 %
 */
public record BackOff(Duration first, Duration longest, double jitter) {

    /** @throws IllegalArgumentException if a bound is not kept */
    public BackOff {
        if (!first.isPositive() || longest.compareTo(first) < 0 || jitter < 0 || jitter > 1) {
            throw new IllegalArgumentException("0 < first <= longest and 0 <= jitter <= 1 do not hold");
        }
    }

    /**
     * How long to wait now.
     *
     * @param failures how many there were in a row, 1 or more
     * @param random 0 (inclusive) to 1 (exclusive), says where in the blur the pause falls
     */
    public Duration pause(int failures, double random) {
        double doubled = first.toMillis() * Math.pow(2, Math.max(0, failures - 1));
        double plain = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(Math.round(plain * (1 + jitter * (2 * random - 1))));
    }
}
