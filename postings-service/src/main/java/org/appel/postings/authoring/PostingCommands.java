package org.appel.postings.authoring;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;

import org.appel.postings.messaging.PostingEventWriter;
import org.appel.postings.model.Change;
import org.appel.postings.model.Deadline;
import org.appel.postings.model.JobAd;
import org.appel.postings.model.Organisation;
import org.appel.postings.model.Posting;
import org.appel.postings.model.Posting.Closed;
import org.appel.postings.model.Posting.Draft;
import org.appel.postings.model.Posting.Open;
import org.appel.postings.model.Posting.Withdrawn;
import org.appel.postings.model.PostingId;
import org.appel.postings.model.PostingRefused;
import org.appel.postings.model.Refusal;
import org.appel.postings.storage.Organisations;
import org.appel.postings.storage.Postings;
import org.appel.postings.storage.StoredPosting;
import org.appel.service.Ids;

/**
 * Every write of the hiring team. Each locks its posting, checks that the caller may see it and has seen its current
 * revision, lets the model decide, stores the outcome and tells it, in one transaction.
 */
@ApplicationScoped
public class PostingCommands {

    private static final Logger LOG = Logger.getLogger(PostingCommands.class);

    private final Postings postings;
    private final Organisations organisations;
    private final PostingEventWriter events;
    private final HiringTeam team;
    private final Clock clock;

    PostingCommands(
            Postings postings, Organisations organisations, PostingEventWriter events, HiringTeam team, Clock clock) {
        this.postings = postings;
        this.organisations = organisations;
        this.events = events;
        this.team = team;
        this.clock = clock;
    }

    /**
     * Keeps a new draft, whatever is missing in it.
     *
     * @throws PostingRefused if the caller does not work for the organisation, it is unknown, or the reference is taken
     */
    @Transactional
    public StoredPosting draft(JobAd ad) {
        team.requireMember(ad.organisation());
        var draft = new Draft(new PostingId(Ids.next()), ad);
        var stored = postings.add(draft, publisher(draft), now());
        LOG.infof("posting drafted postingId=%s organisation=%s", draft.id(), ad.organisation());
        return stored;
    }

    /**
     * Rewrites a draft, or amends an open posting, which is checked as it is for publication.
     *
     * @throws PostingRefused if the posting is neither, or with everything that an open posting must not become
     */
    @Transactional
    public StoredPosting rewrite(PostingId id, IfMatch seen, JobAd ad) {
        var now = now();
        var stored = locked(id, now);
        seen.require(stored.revision());
        return switch (stored.posting()) {
            case Draft draft -> postings.save(draft.rewrite(ad), publisher(draft));
            case Open open -> changed(stored, open.amend(ad, now), Change.AMENDMENT, now);
            case Closed closed -> throw notOpen(closed);
            case Withdrawn withdrawn -> throw takenBack(withdrawn);
        };
    }

    /**
     * Opens a draft to applicants. Asked again with the revision that was published, it answers the same again.
     *
     * @throws PostingRefused with everything that is missing or contradictory, or if it was published and is not open
     */
    @Transactional
    public StoredPosting publish(PostingId id, IfMatch seen) {
        var now = now();
        var stored = locked(id, now);
        return switch (stored.posting()) {
            case Draft draft -> {
                seen.require(stored.revision());
                yield published(draft.publish(now));
            }
            case Open open -> {
                if (open.publication().version() > 1 || !seen.isExactly(stored.revision() - 1)) {
                    seen.require(stored.revision());
                }
                yield stored;
            }
            case Closed closed -> throw new PostingRefused(new Refusal.NotADraft(id, closed.state()));
            case Withdrawn withdrawn -> throw takenBack(withdrawn);
        };
    }

    /**
     * Extends the deadline of an open posting, or reopens a closed one.
     *
     * @throws PostingRefused if the posting was never published or was taken back, or with everything that is wrong with
     *     the deadline
     */
    @Transactional
    public StoredPosting moveDeadline(PostingId id, IfMatch seen, Deadline deadline) {
        var now = now();
        var stored = locked(id, now);
        seen.require(stored.revision());
        return switch (stored.posting()) {
            case Draft draft -> throw notOpen(draft);
            case Open open -> {
                var extended = open.extend(deadline, now);
                boolean sameDeadline = extended.publication().deadlineVersion()
                        == open.publication().deadlineVersion();
                yield changed(stored, extended, sameDeadline ? Change.AMENDMENT : Change.DEADLINE_EXTENDED, now);
            }
            case Closed closed -> changed(stored, closed.reopen(deadline, now), Change.REOPENED, now);
            case Withdrawn withdrawn -> throw takenBack(withdrawn);
        };
    }

    /**
     * Takes an open posting back.
     *
     * @param reason for the public; not blank
     * @throws PostingRefused if it is not open
     */
    @Transactional
    public void withdraw(PostingId id, IfMatch seen, String reason) {
        var now = now();
        var stored = locked(id, now);
        seen.require(stored.revision());
        switch (stored.posting()) {
            case Draft draft -> throw notOpen(draft);
            case Open open -> {
                var withdrawn = open.withdraw(reason, now);
                postings.save(withdrawn, publisher(withdrawn));
                postings.keepVersion(withdrawn, Change.WITHDRAWAL, now);
                events.withdrawn(withdrawn);
                LOG.infof("posting withdrawn postingId=%s", id);
            }
            case Closed closed -> throw notOpen(closed);
            case Withdrawn withdrawn -> throw takenBack(withdrawn);
        }
    }

    private StoredPosting published(Open open) {
        var publisher = publisher(open);
        var stored = postings.save(open, publisher);
        postings.keepVersion(open, Change.PUBLICATION, open.publication().publishedAt());
        events.published(open, publisher.name());
        LOG.infof(
                "posting published postingId=%s closesAt=%s",
                open.id(), open.publication().closesAt());
        return stored;
    }

    private StoredPosting changed(StoredPosting before, Open after, Change change, Instant now) {
        if (after.equals(before.posting())) {
            return before;
        }
        var publisher = publisher(after);
        var stored = postings.save(after, publisher);
        postings.keepVersion(after, change, now);
        events.amended(after, publisher.name(), change, now);
        LOG.infof(
                "posting changed postingId=%s change=%s version=%d",
                after.id(), change.code(), after.publication().version());
        return stored;
    }

    /** The posting, closed first if its deadline has passed and nobody has seen to it yet. */
    private StoredPosting locked(PostingId id, Instant now) {
        var stored = postings.lock(id)
                .filter(found -> team.isMember(found.posting().ad().organisation()))
                .orElseThrow(() -> new PostingRefused(new Refusal.UnknownPosting(id)));
        var judged = stored.asOf(now);
        if (judged != stored && judged.posting() instanceof Closed closed && postings.close(closed)) {
            events.deadlinePassed(closed.deadlinePassed());
        }
        return judged;
    }

    private Organisation publisher(Posting posting) {
        var id = posting.ad().organisation();
        return organisations
                .find(id)
                .orElseThrow(() -> new PostingRefused(new Refusal.UnknownPublisher(id)))
                .organisation();
    }

    /** As precise as the database keeps it, so that what is told is what is stored. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static PostingRefused notOpen(Posting posting) {
        return new PostingRefused(new Refusal.NotOpen(posting.id(), posting.state()));
    }

    private static PostingRefused takenBack(Withdrawn posting) {
        return new PostingRefused(new Refusal.TakenBack(posting));
    }
}
