package org.appel.notification.delivery;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.appel.notification.delivery.MailQueue.MailQueued;

/** Wakes this process's dispatcher at the commit of a new mail; other replicas find it by looking. */
@ApplicationScoped
class Doorbell {

    private final Semaphore rung = new Semaphore(0);

    void queued(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailQueued mail) {
        ring();
    }

    void ring() {
        rung.release();
    }

    /** Waits for the bell, but not longer than this; however often it rang, it wakes once. */
    void await(Duration most) throws InterruptedException {
        if (rung.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }
}
