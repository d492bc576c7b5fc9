package org.appel.postings.closing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

import org.appel.postings.config.PostingsConfig;
import org.appel.service.Poller;

/** Looks for due postings again and again, in every replica at once. */
@ApplicationScoped
class DeadlineWatch {

    private final CloseDuePostings closeDue;
    private final PostingsConfig.Closing config;
    private final Poller poller = new Poller("deadline-watch");

    DeadlineWatch(CloseDuePostings closeDue, PostingsConfig config) {
        this.closeDue = closeDue;
        this.config = config.closing();
    }

    void start(@Observes StartupEvent started) {
        poller.start(config.every(), this::look);
    }

    /** Lets the batch in hand end; what is still due is closed by another replica, or at the next start. */
    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        poller.stop();
    }

    /** Closes everything that is due now, batch after batch. */
    private void look() {
        boolean more = true;
        while (more && !poller.isStopping()) {
            more = closeDue.handle(config.batch()) == config.batch();
        }
    }
}
