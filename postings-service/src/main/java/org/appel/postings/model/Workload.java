package org.appel.postings.model;

/**
 * How much of a full-time post this is.
 *
 * @param percent 1 to 100; 100 is full time
 */
public record Workload(int percent) {

    public Workload {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("A workload is 1 to 100 percent, not " + percent);
        }
    }

    /**
     * The part of a full-time amount that this workload earns.
     *
     * @param cents zero or more
     * @return rounded half up to a cent
     */
    long of(long cents) {
        return Math.addExact(Math.multiplyExact(cents, percent), 50) / 100;
    }

    boolean isFullTime() {
        return percent == 100;
    }
}
