package org.appel.applications.intake;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.appel.applications.config.IntakeConfig;
import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.Refusal;

/**
 * Bounds how many applications are worked on at one time and how many wait for their turn, in order; more than that are
 * turned away at once. So a flood takes the time of those in line from nobody, and costs no more memory than they do:
 * each application in work holds a few MiB of its documents, however large they are.
 *
 * @see <a href="https://sre.google/sre-book/handling-overload/">Handling overload</a>
 */
@ApplicationScoped
class WorkGate {
    /** Without documents there is next to nothing to do and to hold, and those in work share transactions. */
    private static final int EASIER_WITHOUT = 8;

    private final Line withDocuments;
    private final Line without;
    private final AtomicInteger expected = new AtomicInteger();
    private final long patienceInMillis;
    private final Counter turnedAway;

    WorkGate(IntakeConfig config, MeterRegistry meters) {
        withDocuments = new Line(config.inWork(), config.waiting());
        without = new Line(config.inWork() * EASIER_WITHOUT, config.waiting());
        patienceInMillis = config.patience().toMillis();
        turnedAway = meters.counter("appel.intake.turned.away");
    }

    /** A turn that ends when it is closed. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Waits for a turn.
     *
     * @throws ApplicationRefused with {@link Refusal.Busy} at once if too many wait, else if the turn does not come in time
     */
    Turn enter(Parts parts) {
        var line = parts.documents().isEmpty() ? without : withDocuments;
        try {
            if (line.isPassed(patienceInMillis)) {
                return line.turns::release;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        countTurnedAway();
        throw new ApplicationRefused(new Refusal.Busy());
    }

    /**
     * Asks whether one who begins to send would get a place in line, so that nothing need be read of those who would not:
     * in a flood, reading what is then turned away would take the time of those in line. Somebody who sends counts as one
     * in line until {@link Expected#release}.
     *
     * @return empty for who is to be turned away
     */
    Optional<Expected> expect() {
        int before = expected.getAndIncrement();
        if (!withDocuments.hasFreeTurn() && withDocuments.waiting() + before >= withDocuments.mostWaiting) {
            expected.decrementAndGet();
            return Optional.empty();
        }
        return Optional.of(new Expected(expected));
    }

    /** Somebody who is sending. */
    static final class Expected {
        private final AtomicInteger all;
        private final AtomicBoolean released = new AtomicBoolean();

        private Expected(AtomicInteger all) {
            this.all = all;
        }

        /** Gives the place back: it is taken in line now, or not needed, or others shall not wait for a slow sender. */
        void release() {
            if (!released.getAndSet(true)) {
                all.decrementAndGet();
            }
        }
    }

    /** Counts one who is turned away. */
    void countTurnedAway() {
        turnedAway.increment();
    }

    private static final class Line {
        private final Semaphore turns;
        private final int mostWaiting;
        /** The semaphore would count them one by one each time. */
        private final AtomicInteger waiting = new AtomicInteger();

        Line(int turns, int mostWaiting) {
            this.turns = new Semaphore(turns, true);
            this.mostWaiting = mostWaiting;
        }

        /** Waits that long at most; false if the turn does not come, or too many wait already. */
        boolean isPassed(long millis) throws InterruptedException {
            if (isFreeAtOnce()) {
                return true;
            }
            // A few more may come in while others ask; what matters is that the line stays short.
            if (waiting() >= mostWaiting) {
                return false;
            }
            waiting.incrementAndGet();
            try {
                return turns.tryAcquire(millis, TimeUnit.MILLISECONDS);
            } finally {
                waiting.decrementAndGet();
            }
        }

        /** Without a time it would take the turn from those who wait for it. */
        private boolean isFreeAtOnce() throws InterruptedException {
            return turns.tryAcquire(0, TimeUnit.MILLISECONDS);
        }

        /**
         * Whether there is a turn that nobody waits for; one that has just ended is the next one's. Those who only begin to send,
         * and never end, must not keep others from it.
         */
        boolean hasFreeTurn() {
            return turns.availablePermits() > 0 && waiting() == 0;
        }

        int waiting() {
            return waiting.get();
        }
    }
}
