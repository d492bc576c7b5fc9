package org.appel.postings.closing;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import org.appel.postings.config.PostingsConfig;

/**
 * Looks for due postings again and again, in every replica at once. It has a thread of its own, since the scheduler of
 * Quarkus looks once a second at most; a look begins when the one before has ended.
 */
@ApplicationScoped
class DeadlineWatch {

    private static final Logger LOG = Logger.getLogger(DeadlineWatch.class);
    private static final int SECONDS_TO_END = 5;

    private final CloseDuePostings closeDue;
    private final PostingsConfig.Closing config;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("deadline-watch").daemon().factory());
    private boolean failing;

    DeadlineWatch(CloseDuePostings closeDue, PostingsConfig config) {
        this.closeDue = closeDue;
        this.config = config.closing();
    }

    void start(@Observes StartupEvent started) {
        thread.scheduleWithFixedDelay(this::look, 0, config.every().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Lets the batch in hand end; what is still due is closed by another replica, or at the next start. */
    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
            thread.shutdownNow();
        }
    }

    /** Closes everything that is due now, batch after batch. Trouble is told once, and the next look tries again. */
    void look() {
        try {
            while (closeDue.handle(config.batch()) == config.batch() && !thread.isShutdown()) {
                LOG.debug("more postings may be due");
            }
            if (failing) {
                LOG.info("deadline watch looks again");
            }
            failing = false;
        } catch (RuntimeException | Error e) {
            // An Error too: the executor would never look again.
            if (!failing) {
                LOG.warnf("deadline watch waits, nothing is lost reason=%s", e.getMessage());
            }
            LOG.debug("deadline watch waits", e);
            failing = true;
        }
    }
}
