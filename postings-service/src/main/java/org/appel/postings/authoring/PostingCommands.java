package org.appel.postings.authoring;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;

import org.appel.postings.messaging.PostingEventWriter;
import org.appel.postings.model.Change;
import org.appel.postings.model.Deadline;
import org.appel.postings.model.Hands;
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
import org.appel.postings.model.Terms;
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
    private final Confirmed confirmed;
    private final HiringTeam team;
    private final Clock clock;

    PostingCommands(
            Postings postings,
            Organisations organisations,
            PostingEventWriter events,
            Confirmed confirmed,
            HiringTeam team,
            Clock clock) {
        this.confirmed = confirmed;
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
        var draft = new Draft(new PostingId(Ids.next()), ad, List.of(team.caller()), null, null);
        var stored = postings.add(draft, publisher(draft), now());
        LOG.infof("posting drafted postingId=%s organisation=%s", draft.id(), ad.organisation());
        return stored;
    }

    /**
     * Rewrites a draft, or amends an open posting, which is checked as it is for publication.
     *
     * @param confirm disagreements of language versions that the caller has found to be none, each with its pointer, a
     *     space and its detail
     * @throws PostingRefused if the posting is neither, or with everything that an open posting must not become
     */
    @Transactional
    public StoredPosting rewrite(PostingId id, IfMatch seen, JobAd ad, List<String> confirm) {
        var now = now();
        var stored = locked(id, now);
        seen.require(stored.revision());
        confirmed.add(id, ad, confirm, now);
        return switch (stored.posting()) {
            case Draft draft -> rewritten(stored, draft, ad);
            case Open open -> changed(stored, open.amend(ad, now, confirmed.of(id)), Change.AMENDMENT, now);
            case Closed closed -> throw notOpen(closed);
            case Withdrawn withdrawn -> throw takenBack(withdrawn);
        };
    }

    /**
     * Opens a draft to applicants. Asked again with the revision that was published, it answers the same again.
     *
     * @param confirm as for {@link #rewrite}
     * @throws PostingRefused with everything that is missing or contradictory, if a second person has to approve it, or if
     *     it was published and is not open
     */
    @Transactional
    public StoredPosting publish(PostingId id, IfMatch seen, List<String> confirm) {
        var now = now();
        var stored = locked(id, now);
        return switch (stored.posting()) {
            case Draft draft -> {
                seen.require(stored.revision());
                confirmed.add(id, draft.ad(), confirm, now);
                yield published(draft, team.caller(), now);
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
     * Takes an open posting back, or the schedule of a draft.
     *
     * @param reason for the public; asked only for an open posting
     * @throws PostingRefused if it is neither open nor scheduled
     */
    @Transactional
    public void withdraw(PostingId id, IfMatch seen, Supplier<String> reason) {
        var now = now();
        var stored = locked(id, now);
        seen.require(stored.revision());
        switch (stored.posting()) {
            case Draft draft
            when draft.schedule() != null -> {
                postings.save(draft.unschedule(), publisher(draft));
                LOG.infof("posting not scheduled any more postingId=%s", id);
            }
            case Draft draft -> throw notOpen(draft);
            case Open open -> {
                var withdrawn = open.withdraw(reason.get(), now);
                postings.save(withdrawn, publisher(withdrawn));
                postings.keepVersion(withdrawn, Change.WITHDRAWAL, now, Hands.of(team.caller()));
                events.withdrawn(withdrawn);
                LOG.infof("posting withdrawn postingId=%s", id);
            }
            case Closed closed -> throw notOpen(closed);
            case Withdrawn withdrawn -> throw takenBack(withdrawn);
        }
    }

    /**
     * Opens a draft that was locked before: the one way to the public, for people and for the schedule.
     *
     * @param by who publishes, or said when it was to be
     */
    StoredPosting published(Draft draft, String by, Instant now) {
        var publisher = publisher(draft);
        var open = draft.publish(now, terms(draft));
        var approval = draft.approval();
        var hands = new Hands(draft.writtenBy(), approval == null ? null : approval.by(), by);
        var stored = postings.save(open, publisher);
        postings.keepVersion(open, Change.PUBLICATION, now, hands);
        events.published(open, publisher.name());
        LOG.infof(
                "posting published postingId=%s closesAt=%s",
                open.id(), open.publication().closesAt());
        return stored;
    }

    /** Rewrites a draft that was locked before. */
    StoredPosting rewritten(StoredPosting before, Draft draft, JobAd ad) {
        var after = draft.rewrite(ad, team.caller(), now(), terms(draft));
        return after.equals(draft) ? before : postings.save(after, publisher(after));
    }

    private StoredPosting changed(StoredPosting before, Open after, Change change, Instant now) {
        if (after.equals(before.posting())) {
            return before;
        }
        var publisher = publisher(after);
        var stored = postings.save(after, publisher);
        postings.keepVersion(after, change, now, Hands.of(team.caller()));
        events.amended(after, publisher.name(), change, now);
        LOG.infof(
                "posting changed postingId=%s change=%s version=%d",
                after.id(), change.code(), after.publication().version());
        return stored;
    }

    /** The posting, closed first if its deadline has passed and nobody has seen to it yet. */
    StoredPosting locked(PostingId id, Instant now) {
        var stored = postings.lock(id)
                .filter(found -> team.isMember(found.posting().ad().organisation()))
                .orElseThrow(() -> new PostingRefused(new Refusal.UnknownPosting(id)));
        var judged = stored.asOf(now);
        if (judged != stored && judged.posting() instanceof Closed closed && postings.close(closed)) {
            events.deadlinePassed(closed.deadlinePassed());
        }
        return judged;
    }

    /** On what terms a draft may be published. */
    Terms terms(Draft draft) {
        return new Terms(publisher(draft).approval(), confirmed.of(draft.id()));
    }

    Organisation publisher(Posting posting) {
        var id = posting.ad().organisation();
        return organisations
                .find(id)
                .orElseThrow(() -> new PostingRefused(new Refusal.UnknownPublisher(id)))
                .organisation();
    }

    /** As precise as the database keeps it, so that what is told is what is stored. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static PostingRefused notOpen(Posting posting) {
        return new PostingRefused(new Refusal.NotOpen(posting.id(), posting.state()));
    }

    private static PostingRefused takenBack(Withdrawn posting) {
        return new PostingRefused(new Refusal.TakenBack(posting));
    }
}
