package org.appel.postings.authoring;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.micrometer.core.instrument.MeterRegistry;
import org.jboss.logging.Logger;

import org.appel.postings.config.Problems;
import org.appel.postings.model.Gap;
import org.appel.postings.model.Posting.Draft;
import org.appel.postings.model.PostingId;
import org.appel.postings.model.PostingRefused;
import org.appel.postings.model.Refusal;
import org.appel.postings.model.Schedule;
import org.appel.postings.storage.Postings;
import org.appel.postings.storage.ScheduledDrafts;

/**
 * Publishes a draft whose time has come by the database's clock, each in a transaction of its own. One that somebody else
 * holds is left to them; one that cannot be published keeps its schedule, with the reason, until it changes.
 */
@ApplicationScoped
public class PublishDueDrafts {

    private static final Logger LOG = Logger.getLogger(PublishDueDrafts.class);
    private static final String METRIC = "appel.postings.scheduled";

    private final ScheduledDrafts scheduled;
    private final Postings postings;
    private final PostingCommands commands;
    private final MeterRegistry metrics;

    PublishDueDrafts(ScheduledDrafts scheduled, Postings postings, PostingCommands commands, MeterRegistry metrics) {
        this.scheduled = scheduled;
        this.postings = postings;
        this.commands = commands;
        this.metrics = metrics;
        // Both are shown from the start, so that an alarm on the second has something to look at.
        metrics.counter(METRIC, "outcome", "published");
        metrics.counter(METRIC, "outcome", "refused");
    }

    /** Up to {@code limit} drafts whose time has come, longest due first. */
    @Transactional
    public List<PostingId> due(int limit) {
        return scheduled.due(limit);
    }

    /** @return false if somebody else has seen to it */
    @Transactional
    public boolean handle(PostingId id) {
        var due = scheduled.lockDue(id);
        due.ifPresent(stored -> publish((Draft) stored.posting()));
        return due.isPresent();
    }

    private void publish(Draft draft) {
        var schedule = Objects.requireNonNull(draft.schedule());
        var now = commands.now();
        // The service's clock may be a little behind the database's, which has said that it is time.
        var publishedAt = now.isBefore(schedule.at()) ? schedule.at() : now;
        try {
            commands.published(draft, schedule.by(), publishedAt);
            metrics.counter(METRIC, "outcome", "published").increment();
            LOG.infof(
                    "posting published as planned postingId=%s late=%s",
                    draft.id(), Duration.between(schedule.at(), publishedAt));
        } catch (PostingRefused e) {
            postings.save(draft.withProblem(gaps(e.refusal())), commands.publisher(draft));
            metrics.counter(METRIC, "outcome", "refused").increment();
            LOG.warnf(
                    "posting not published as planned postingId=%s organisation=%s refusal=%s",
                    draft.id(), draft.ad().organisation(), e.getMessage());
        }
    }

    private static List<Gap> gaps(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotPublishable r -> r.gaps();
            case Refusal.NotApproved _ -> List.of(Schedule.NOT_APPROVED);
            case Refusal r -> List.of(new Gap("", Problems.of(r).getDetail()));
        };
    }
}
