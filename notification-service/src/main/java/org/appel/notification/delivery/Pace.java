package org.appel.notification.delivery;

import java.time.Duration;

import io.github.bucket4j.Bucket;

/** So many mails in a second at the most, and evenly: a burst would take the time of those who do not wait for mail. */
final class Pace {

    private static final Duration SECOND = Duration.ofSeconds(1);
    /** What is taken in hand at one time leaves within a fraction of a second of this. */
    private static final int FRACTION = 5;

    private final Bucket bucket;
    private final int atOnce;

    Pace(int perSecond) {
        this.bucket = Bucket.builder()
                .addLimit(limit -> limit.capacity(1).refillGreedy(perSecond, SECOND))
                .build();
        this.atOnce = Math.max(1, perSecond / FRACTION);
    }

    /** So many are worth being taken in hand at one time: more would only wait there. */
    int atOnce() {
        return atOnce;
    }

    /** Waits until the next mail may begin. */
    void await() throws InterruptedException {
        bucket.asBlocking().consume(1);
    }

    /** The one that began was not sent: another may begin in its place. */
    void giveBack() {
        bucket.addTokens(1);
    }
}
