package org.appel.applications.intake;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;

import org.appel.applications.config.IntakeConfig;
import org.appel.applications.storage.Submissions;

/** Forgets answers that no client will ask for again. */
@ApplicationScoped
class AnswerPurge {
    private final Submissions submissions;
    private final Clock clock;
    private final Duration keep;

    AnswerPurge(Submissions submissions, Clock clock, IntakeConfig config) {
        this.submissions = submissions;
        this.clock = clock;
        keep = config.keepAnswers();
    }

    @Scheduled(every = "1h", delayed = "10m", identity = "answer-purge")
    @RunOnVirtualThread
    void purge() {
        submissions.forgetAnswersBefore(clock.instant().minus(keep));
    }
}
