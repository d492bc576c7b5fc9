package org.appel.notification.model;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Holds back what needs something that is away, so that one probe now and then asks whether it is back and not every
 * waiting mail. Safe for use by several threads.
 */
public final class Gate {

    private final BackOff pauses;
    private int failures;
    private Instant closedUntil = Instant.MIN;
    private @Nullable Instant closedSince;

    /** @param pauses how long it stays closed after the first, second, … failure in a row */
    public Gate(BackOff pauses) {
        this.pauses = pauses;
    }

    /** Whether it may be tried at this moment. */
    public synchronized boolean isOpen(Instant now) {
        return !now.isBefore(closedUntil);
    }

    /** What lies behind it did not answer. Several who fail together count once. */
    public synchronized void failed(Instant now, double random) {
        if (isOpen(now)) {
            failures++;
            closedUntil = now.plus(pauses.pause(failures, random));
            closedSince = closedSince == null ? now : closedSince;
        }
    }

    /** What lies behind it answered. */
    public synchronized void worked() {
        failures = 0;
        closedUntil = Instant.MIN;
        closedSince = null;
    }

    /** When the present trouble began; null if there is none. */
    public synchronized @Nullable Instant closedSince() {
        return closedSince;
    }
}
