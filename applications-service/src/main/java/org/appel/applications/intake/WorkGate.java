package org.appel.applications.intake;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.applications.config.IntakeConfig;
import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.Refusal;

/**
 * Bounds how many applications with documents are worked on at one time: those who come later wait for their turn, in
 * order. Each holds a few MiB of its documents, however large they are.
 */
@ApplicationScoped
class WorkGate {
    private final Semaphore turns;
    private final long patienceInMillis;

    WorkGate(IntakeConfig config) {
        turns = new Semaphore(config.inWork(), true);
        patienceInMillis = config.patience().toMillis();
    }

    /** A turn that ends when it is closed. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Waits for a turn; without documents nobody waits.
     *
     * @throws ApplicationRefused with {@link Refusal.Busy} if the turn does not come in time
     */
    Turn enter(Parts parts) {
        if (parts.documents().isEmpty()) {
            return () -> {};
        }
        try {
            if (turns.tryAcquire(patienceInMillis, TimeUnit.MILLISECONDS)) {
                return turns::release;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ApplicationRefused(new Refusal.Busy());
    }
}
