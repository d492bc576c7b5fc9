package org.appel.messaging;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import org.jboss.logging.Logger;

/**
 * Tries an event again in place, so that its key's order is kept: for as long as it takes when the surroundings are at
 * fault, three times when that is unclear.
 */
@ApplicationScoped
class Retry {

    private static final Logger LOG = Logger.getLogger(Retry.class);
    private static final int TRIES_WHEN_UNCLEAR = 3;
    private static final long LONGEST_REST_IN_MILLIS = 5_000;

    private volatile boolean stopping;

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /** @throws RuntimeException the last failure, if it lasts */
    void untilDone(String what, Runnable work) {
        int unclear = 0;
        for (int tries = 1; ; tries++) {
            try {
                work.run();
                return;
            } catch (RuntimeException failure) {
                holdIfStopping();
                var trouble = Trouble.of(failure);
                if (trouble == Trouble.LASTING || trouble == Trouble.UNCLEAR && ++unclear >= TRIES_WHEN_UNCLEAR) {
                    throw failure;
                }
                if (tries == TRIES_WHEN_UNCLEAR) {
                    LOG.warnf("reader waits, nothing is lost what=%s reason=%s", what, failure.getMessage());
                }
                rest(tries);
            }
        }
    }

    private void rest(int tries) {
        try {
            TimeUnit.MILLISECONDS.sleep(Math.min(100L << Math.min(tries, 10), LONGEST_REST_IN_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            holdIfStopping();
        }
    }

    /**
     * A service that stops neither acknowledges nor refuses the event in hand: a refusal would make a dead letter of
     * an event that is sound. The (daemon) thread ends with the process, and the event is delivered again.
     */
    private void holdIfStopping() {
        while (stopping) {
            Thread.interrupted();
            LockSupport.park(this);
        }
    }
}
