package org.appel.applications.intake;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.applications.config.IntakeConfig;
import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.Refusal;

/** Bounds the document bytes held in memory at one time: those who come later wait for their turn, in order. */
@ApplicationScoped
class WorkGate {
    private static final int KIBIBYTE = 1024;

    private final int capacity;
    private final Semaphore kibibytes;
    private final long patienceInMillis;

    WorkGate(IntakeConfig config) {
        capacity = Math.toIntExact(config.inWork().asLongValue() / KIBIBYTE);
        kibibytes = new Semaphore(capacity, true);
        patienceInMillis = config.patience().toMillis();
    }

    /** A turn that ends when it is closed. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Waits for a turn; one that is larger than all room there is gets all of it.
     *
     * @param bytes how much will be held
     * @throws ApplicationRefused with {@link Refusal.Busy} if the turn does not come in time
     */
    Turn enter(long bytes) {
        int permits = (int) Math.min(capacity, (bytes + KIBIBYTE - 1) / KIBIBYTE);
        if (permits == 0) {
            return () -> {};
        }
        try {
            if (kibibytes.tryAcquire(permits, patienceInMillis, TimeUnit.MILLISECONDS)) {
                return () -> kibibytes.release(permits);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ApplicationRefused(new Refusal.Busy());
    }
}
