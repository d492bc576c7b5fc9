package org.appel.applications.retention;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.logging.Logger;

import org.appel.applications.model.PostingId;
import org.appel.applications.model.Retention;
import org.appel.applications.storage.Retentions;
import org.appel.messaging.Trouble;

/** Looks for applications whose retention ends, each handled in a transaction of its own. Any number of replicas may run it. */
@ApplicationScoped
class RetentionWatch {
    private static final Logger LOG = Logger.getLogger(RetentionWatch.class);
    private static final int AT_ONCE = 500;

    private final Retentions retentions;
    private final RetentionEnd end;

    private volatile boolean stopping;

    RetentionWatch(Retentions retentions, RetentionEnd end) {
        this.retentions = retentions;
        this.end = end;
    }

    @Scheduled(
            every = "1h",
            delayed = "2m",
            identity = "retention-watch",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void look() {
        try {
            for (var posting : retentions.postings()) {
                retentions.of(posting).ifPresent(retention -> look(posting, retention));
            }
        } catch (RuntimeException e) {
            if (Trouble.of(e) != Trouble.PASSING) {
                throw e;
            }
            LOG.warnf("the end of retentions waits, nothing is lost reason=%s", e.getMessage());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private void look(PostingId posting, Retention retention) {
        List<Retentions.Kept> some = retentions.page(posting, null, AT_ONCE);
        while (!some.isEmpty() && !stopping) {
            some.stream().filter(kept -> end.isDue(retention, kept)).forEach(kept -> handle(posting, kept));
            some = retentions.page(posting, some.getLast().id(), AT_ONCE);
        }
    }

    /** One that cannot be handled does not hold up the others. */
    private void handle(PostingId posting, Retentions.Kept kept) {
        if (stopping) {
            return;
        }
        try {
            end.handle(posting, kept.id());
        } catch (RuntimeException e) {
            if (Trouble.of(e) == Trouble.PASSING) {
                throw e;
            }
            LOG.errorf(e, "the end of a retention failed and is tried again applicationId=%s", kept.id());
        }
    }
}
