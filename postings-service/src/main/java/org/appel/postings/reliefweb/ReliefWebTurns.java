package org.appel.postings.reliefweb;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Posting;
import org.appel.postings.model.Posting.Closed;
import org.appel.postings.model.Posting.Draft;
import org.appel.postings.model.Posting.Open;
import org.appel.postings.model.Posting.Withdrawn;
import org.appel.postings.model.PostingId;
import org.appel.postings.model.ReliefWebState;
import org.appel.postings.reliefweb.JobDocuments.Made;
import org.appel.postings.storage.Organisations;
import org.appel.postings.storage.Postings;
import org.appel.postings.storage.ReliefWebListing;
import org.appel.postings.storage.ReliefWebListings;
import org.appel.postings.storage.ReliefWebListings.Accepted;
import org.appel.postings.storage.ReliefWebListings.Answer;
import org.appel.postings.storage.ReliefWebListings.Backlog;
import org.appel.postings.storage.ReliefWebListings.Claim;
import org.appel.postings.storage.ReliefWebListings.Look;

/**
 * What happens before and after a document is sent, each in one transaction; the sending itself is in none. Any number
 * of replicas may do it: each takes what nobody has, and what a dead one had is free again after its lease.
 */
@ApplicationScoped
public class ReliefWebTurns {

    private static final Logger LOG = Logger.getLogger(ReliefWebTurns.class);

    private final ReliefWebListings listings;
    private final Postings postings;
    private final Organisations organisations;
    private final Clock clock;

    ReliefWebTurns(ReliefWebListings listings, Postings postings, Organisations organisations, Clock clock) {
        this.listings = listings;
        this.postings = postings;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** What came of taking a posting in hand. */
    sealed interface Turn {

        /** Nothing is to be looked at, or nothing may be sent at this time. */
        record Nothing() implements Turn {}

        /** A posting was looked at, and needs no sending. */
        record Settled() implements Turn {}

        /**
         * A document is to be sent, and {@link ReliefWebTurns#answered} told what came of it.
         *
         * @param closes whether it closes the job
         * @param maybeThere whether something was sent before of which no answer is known
         * @param attempts how many in a row have failed before
         */
        record Sending(
                PostingId posting, JobDocument document, Look look, boolean closes, boolean maybeThere, int attempts)
                implements Turn {}
    }

    /**
     * Takes one in hand, in a transaction of its own: what cannot be looked at does not come first again.
     *
     * @param lease for how long it is nobody else's
     */
    @Transactional
    Optional<Claim> claim(Duration lease) {
        return listings.claim(lease);
    }

    /**
     * Looks at what was taken in hand. If a document is to be sent it is noted that it may be there.
     *
     * @param quota how many may be sent a day
     */
    @Transactional
    Turn look(PostingId id, int quota, Duration interval) {
        var listing = listings.lock(id).orElseThrow();
        var stored = postings.find(id).orElseThrow();
        var publisher = organisations.find(stored.posting().ad().organisation()).orElseThrow();
        var look = new Look(listing.settingsVersion(), stored.revision(), publisher.revision());
        var posting = stored.posting().asOf(clock.instant());
        var closedAt = closedAt(posting, listing);
        if (posting instanceof Draft
                || (closedAt != null && (!listing.mayBeThere() || listing.state() == ReliefWebState.CLOSED))) {
            listings.settle(id, look, closedAt == null ? ReliefWebState.WAITING : ReliefWebState.CLOSED);
            return new Turn.Settled();
        }
        if (closedAt != null) {
            var last = Objects.requireNonNull(listing.document());
            var document = JobDocument.closed(JobDocument.uuid(listing.url()), last, closedAt);
            return send(listing, document, look, true, quota, interval);
        }
        var made = JobDocuments.open(posting, publisher.organisation(), listing.settings(), listing.url());
        return open(listing, made, look, quota, interval);
    }

    private Turn open(ReliefWebListing listing, Made made, Look look, int quota, Duration interval) {
        var id = listing.posting();
        var document = made.document();
        if (document == null) {
            LOG.infof(
                    "posting cannot be given to ReliefWeb postingId=%s missing=%d",
                    id, made.missing().size());
            listings.settle(id, look, ReliefWebState.INCOMPLETE);
            return new Turn.Settled();
        }
        boolean isAnswered = listing.state() == ReliefWebState.PROCESSED || listing.state() == ReliefWebState.QUEUED;
        if (isAnswered && document.hash().equals(listing.acceptedHash())) {
            listings.settle(id, look, listing.state());
            return new Turn.Settled();
        }
        return send(listing, document, look, false, quota, interval);
    }

    private Turn send(
            ReliefWebListing listing, JobDocument document, Look look, boolean closes, int quota, Duration interval) {
        var id = listing.posting();
        if (!listings.takeTurn(quota, interval)) {
            listings.release(id, listing.nextAttemptAt());
            return new Turn.Nothing();
        }
        listings.sending(id, document.json());
        return new Turn.Sending(id, document, look, closes, listing.maybeThere(), listing.attempts());
    }

    /** Puts off what could not be looked at, or not sent. */
    @Transactional
    void stumble(PostingId id, Duration pause) {
        listings.stumble(id, pause);
    }

    @Transactional
    Backlog backlog() {
        return listings.backlog();
    }

    /** Since when it is closed there, or has to be; null while it is open. */
    private @Nullable Instant closedAt(Posting posting, ReliefWebListing listing) {
        return switch (posting) {
            case Draft _ -> null;
            case Open _ -> listing.listed() ? null : clock.instant();
            case Closed closed -> closed.closedAt();
            case Withdrawn withdrawn -> withdrawn.withdrawnAt();
        };
    }

    /**
     * Notes what came of sending.
     *
     * @param retryAfter how long to wait before the next attempt, if there must be one
     */
    @Transactional
    void answered(Turn.Sending sending, ReliefWebAnswer answer, Duration retryAfter) {
        var now = clock.instant();
        var id = sending.posting();
        switch (answer) {
            case ReliefWebAnswer.Taken taken -> {
                var state = sending.closes()
                        ? ReliefWebState.CLOSED
                        : taken.isQueued() ? ReliefWebState.QUEUED : ReliefWebState.PROCESSED;
                var document = sending.document();
                listings.accepted(
                        id,
                        sending.look(),
                        state,
                        new Accepted(document.hash(), document.json()),
                        new Answer(taken.status(), taken.words(), now));
                LOG.infof("posting given to ReliefWeb postingId=%s state=%s", id, state.code());
            }
            case ReliefWebAnswer.Refused refused -> {
                listings.refused(
                        id, sending.look(), sending.maybeThere(), new Answer(refused.status(), refused.words(), now));
                LOG.warnf("ReliefWeb refuses a posting postingId=%s status=%d", id, refused.status());
            }
            case ReliefWebAnswer.Denied denied -> {
                var until = now.plus(retryAfter);
                listings.hold(until);
                listings.retry(id, until, sending.maybeThere(), new Answer(denied.status(), denied.words(), now), true);
                LOG.errorf(
                        "ReliefWeb does not let us post: look at provider and key postingId=%s status=%d",
                        id, denied.status());
            }
            case ReliefWebAnswer.TooMany tooMany -> {
                var told = tooMany.until().filter(now::isBefore);
                var until = told.orElseGet(() -> now.plus(retryAfter));
                listings.hold(until);
                listings.retry(
                        id,
                        until,
                        sending.maybeThere(),
                        new Answer(tooMany.status(), tooMany.words(), now),
                        told.isEmpty());
                LOG.infof("ReliefWeb wants to wait until=%s", until.truncatedTo(ChronoUnit.SECONDS));
            }
            case ReliefWebAnswer.Failed failed -> {
                listings.retry(id, now.plus(retryAfter), true, new Answer(failed.status(), failed.words(), now), true);
                LOG.warnf("ReliefWeb cannot be reached postingId=%s attempts=%d", id, sending.attempts() + 1);
            }
        }
    }
}
