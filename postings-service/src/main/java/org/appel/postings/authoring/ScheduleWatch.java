package org.appel.postings.authoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

import org.appel.postings.config.PostingsConfig;
import org.appel.postings.model.PostingId;
import org.appel.service.Poller;

/** Looks for drafts whose time has come again and again, in every replica at once. */
@ApplicationScoped
class ScheduleWatch {

    private final PublishDueDrafts publishDue;
    private final PostingsConfig.Schedule config;
    private final Poller poller = new Poller("schedule-watch");

    ScheduleWatch(PublishDueDrafts publishDue, PostingsConfig config) {
        this.publishDue = publishDue;
        this.config = config.schedule();
    }

    void start(@Observes StartupEvent started) {
        poller.start(config.every(), this::look);
    }

    /** Lets the draft in hand be published; what is still due is published by another replica, or at the next start. */
    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        poller.stop();
    }

    private void look() {
        publishDue.due(config.batch()).stream()
                .takeWhile(_ -> !poller.isStopping())
                .forEach(this::publish);
    }

    /** One draft that cannot be handled does not keep the others waiting. */
    private void publish(PostingId draft) {
        try {
            publishDue.handle(draft);
        } catch (RuntimeException e) {
            poller.tell(e);
        }
    }
}
