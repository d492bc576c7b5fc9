package org.appel.postings.authoring;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

import org.appel.postings.config.PostingsConfig;
import org.appel.postings.model.PostingId;

/**
 * Looks for drafts whose time has come again and again, in every replica at once. It has a thread of its own, since the
 * scheduler of Quarkus looks once a second at most; a look begins when the one before has ended.
 */
@ApplicationScoped
class ScheduleWatch {

    private static final Logger LOG = Logger.getLogger(ScheduleWatch.class);
    private static final int SECONDS_TO_END = 5;

    private final PublishDueDrafts publishDue;
    private final PostingsConfig.Schedule config;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("schedule-watch").daemon().factory());
    private boolean failing;

    ScheduleWatch(PublishDueDrafts publishDue, PostingsConfig config) {
        this.publishDue = publishDue;
        this.config = config.schedule();
    }

    void start(@Observes StartupEvent started) {
        thread.scheduleWithFixedDelay(this::look, 0, config.every().toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Lets the draft in hand be published; what is still due is published by another replica, or at the next start. */
    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
            thread.shutdownNow();
        }
    }

    /** Publishes what is due now. Trouble is told once, and the next look tries again. */
    void look() {
        try {
            boolean whole = true;
            for (var draft : publishDue.due(config.batch())) {
                if (thread.isShutdown()) {
                    return;
                }
                whole &= publish(draft);
            }
            if (failing && whole) {
                LOG.info("schedule watch looks again");
            }
            failing = !whole;
        } catch (RuntimeException | Error e) {
            // An Error too: the executor would never look again.
            tell(e);
            failing = true;
        }
    }

    /** One draft that cannot be handled does not keep the others waiting. */
    private boolean publish(PostingId draft) {
        try {
            publishDue.handle(draft);
            return true;
        } catch (RuntimeException e) {
            tell(e);
            return false;
        }
    }

    private void tell(Throwable trouble) {
        if (!failing) {
            LOG.warnf("schedule watch waits, nothing is lost reason=%s", trouble.getMessage());
        }
        LOG.debug("schedule watch waits", trouble);
    }
}
