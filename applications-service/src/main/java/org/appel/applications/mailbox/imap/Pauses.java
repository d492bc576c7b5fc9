package org.appel.applications.mailbox.imap;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long is waited after failures: twice as long each time, and blurred so that many do not come back at one moment.
 *
 * @param first after the first failure
 * @param longest no pause is longer, blur aside
 */
record Pauses(Duration first, Duration longest) {
    private static final double BLUR = 0.2;

    /** @param failures in a row, one or more */
    Duration after(int failures) {
        double doubled = first.toMillis() * Math.pow(2, Math.min(failures - 1, 30));
        double blurred = Math.min(doubled, longest.toMillis())
                * (1 + BLUR * (2 * ThreadLocalRandom.current().nextDouble() - 1));
        return Duration.ofMillis(Math.round(blurred));
    }
}
