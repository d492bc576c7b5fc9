package org.appel.postings.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;

import org.jspecify.annotations.Nullable;

import org.appel.postings.model.PostingId;
import org.appel.postings.model.ReliefWebSettings;
import org.appel.postings.model.ReliefWebState;

/** Which postings are on ReliefWeb, or are to be. Every method runs in the caller's transaction. */
@ApplicationScoped
public class ReliefWebListings {

    /** What has changed since it was looked at, and is in nobody's hands; whose replica died meanwhile is free again. */
    private static final String CLAIM = """
            WITH due AS (
                SELECT r.posting FROM reliefweb_posting r
                JOIN posting p ON p.id = r.posting
                JOIN organisation o ON o.id = p.organisation
                WHERE r.next_attempt_at <= appel_now()
                  AND (r.lease_until IS NULL OR r.lease_until <= appel_now())
                  AND (r.pending OR p.revision <> r.posting_revision OR o.revision <> r.organisation_revision)
                ORDER BY r.next_attempt_at
                LIMIT 1
                FOR UPDATE OF r SKIP LOCKED)
            UPDATE reliefweb_posting r SET lease_until = appel_now() + :lease * interval '1 millisecond'
            FROM due WHERE r.posting = due.posting
            RETURNING r.posting, r.attempts""";

    /** Says nothing of the rest of the row: it may be what cannot be read. */
    private static final String STUMBLE = """
            UPDATE reliefweb_posting SET lease_until = NULL, attempts = attempts + 1,
                next_attempt_at = appel_now() + :pause * interval '1 millisecond'
            WHERE posting = :posting""";

    private static final String OPEN = """
            SELECT {r.*} FROM reliefweb_posting r JOIN posting p ON p.id = r.posting
            WHERE r.listed AND p.state = 'OPEN' AND (p.closes_at IS NULL OR p.closes_at > appel_now())
              AND (CAST(:after AS uuid) IS NULL OR r.posting > CAST(:after AS uuid))
            ORDER BY r.posting LIMIT :limit""";

    private static final String TURN = """
            UPDATE reliefweb_traffic SET
                day = (appel_now() AT TIME ZONE 'UTC')::date,
                sent = CASE WHEN day = (appel_now() AT TIME ZONE 'UTC')::date THEN sent + 1 ELSE 1 END,
                hold_until = appel_now() + :interval * interval '1 millisecond'
            WHERE hold_until <= appel_now()
              AND (day <> (appel_now() AT TIME ZONE 'UTC')::date OR sent < :quota)""";

    private static final String HOLD = """
            UPDATE reliefweb_traffic SET hold_until = greatest(hold_until, CAST(:until AS timestamptz))""";

    private static final String BACKLOG = """
            SELECT count(*) FILTER (WHERE r.state = 'WAITING' AND p.state <> 'DRAFT') AS waiting,
                count(*) FILTER (WHERE r.state = 'INCOMPLETE') AS incomplete,
                count(*) FILTER (WHERE r.state = 'REFUSED') AS refused
            FROM reliefweb_posting r JOIN posting p ON p.id = r.posting
            WHERE r.state IN ('WAITING', 'INCOMPLETE', 'REFUSED')""";

    private final ReliefWebRows rows;

    ReliefWebListings(ReliefWebRows rows) {
        this.rows = rows;
    }

    public Optional<ReliefWebListing> find(PostingId id) {
        return rows.findByIdOptional(id.value()).map(ReliefWebRow::toListing);
    }

    /**
     * Finds one and keeps all others from writing it until the transaction ends. Who is to write it must read it with
     * this first: what was read before may be old by then, and would be written over what is newer.
     */
    public Optional<ReliefWebListing> lock(PostingId id) {
        return rows.findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE).map(ReliefWebRow::toListing);
    }

    /** Those of open postings, in the order of their ids. */
    public List<ReliefWebListing> ofOpenPostings(@Nullable UUID after, int limit) {
        return rows.getSession()
                .createNativeQuery(OPEN, ReliefWebRow.class, "r")
                .setParameter("after", after)
                .setParameter("limit", limit)
                .getResultStream()
                .map(ReliefWebRow::toListing)
                .toList();
    }

    /** Puts a posting on the list or takes it off; its row of postings is locked already, and here if it has one. */
    public ReliefWebListing want(PostingId id, ReliefWebSettings settings, boolean listed, String url, Instant now) {
        var row = rows.findById(id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            row = ReliefWebRow.of(id, url);
            row.want(settings, listed, now);
            rows.persist(row);
        } else {
            row.want(settings, listed, now);
        }
        rows.flush();
        return row.toListing();
    }

    /** Takes one that is to be looked at, so that nobody else does for a while. */
    public Optional<Claim> claim(Duration lease) {
        return rows.getSession()
                .createNativeQuery(CLAIM, Tuple.class)
                .addScalar("posting", UUID.class)
                .addScalar("attempts", Integer.class)
                .setParameter("lease", lease.toMillis())
                .getResultStream()
                .findFirst()
                .map(row -> new Claim(new PostingId(row.get(0, UUID.class)), row.get(1, Integer.class)));
    }

    /** Gives back what was claimed and could not be looked at, to be looked at after others. */
    public void stumble(PostingId id, Duration pause) {
        rows.getSession()
                .createNativeMutationQuery(STUMBLE)
                .setParameter("pause", pause.toMillis())
                .setParameter("posting", id.value())
                .executeUpdate();
    }

    /**
     * Whether something may be sent now by the daily quota (days in UTC) and the time between two; if so it is counted.
     */
    public boolean takeTurn(int quota, Duration interval) {
        return rows.getSession()
                        .createNativeMutationQuery(TURN)
                        .setParameter("interval", interval.toMillis())
                        .setParameter("quota", quota)
                        .executeUpdate()
                == 1;
    }

    /** Lets nobody send before a time. */
    public void hold(Instant until) {
        rows.getSession()
                .createNativeMutationQuery(HOLD)
                .setParameter("until", until)
                .executeUpdate();
    }

    /** What ReliefWeb should have and has not. */
    public Backlog backlog() {
        var row = rows.getSession()
                .createNativeQuery(BACKLOG, Tuple.class)
                .addScalar("waiting", Long.class)
                .addScalar("incomplete", Long.class)
                .addScalar("refused", Long.class)
                .getSingleResult();
        return new Backlog(row.get(0, Long.class), row.get(1, Long.class), row.get(2, Long.class));
    }

    /** Gives back what was claimed, to be looked at again. */
    public void release(PostingId id, Instant nextAttemptAt) {
        var row = locked(id);
        row.leaseUntil = null;
        row.nextAttemptAt = nextAttemptAt;
    }

    /**
     * Notes that nothing has to be sent as things were when it was claimed.
     *
     * @param look what was looked at
     */
    public void settle(PostingId id, Look look, ReliefWebState state) {
        looked(id, look).state = state;
    }

    /**
     * Notes, before a document is sent, that it may be there from now on: who sends it may die before the answer.
     *
     * @param document its JSON
     */
    public void sending(PostingId id, String document) {
        var row = locked(id);
        row.state = ReliefWebState.WAITING;
        row.pending = true;
        row.maybeThere = true;
        if (row.acceptedHash == null) {
            row.document = document;
        }
    }

    /** Notes that a document was accepted: nothing has to be sent until something changes. */
    public void accepted(PostingId id, Look look, ReliefWebState state, Accepted accepted, Answer answer) {
        var row = looked(id, look);
        row.state = state;
        row.acceptedHash = accepted.hash();
        row.document = accepted.document();
        row.maybeThere = false;
        note(row, answer);
        row.attempts = 0;
    }

    /**
     * Notes that a document was refused as it is: nothing has to be sent until something changes.
     *
     * @param maybeThere whether another one may be there
     */
    public void refused(PostingId id, Look look, boolean maybeThere, Answer answer) {
        var row = looked(id, look);
        row.state = ReliefWebState.REFUSED;
        row.maybeThere = maybeThere;
        note(row, answer);
        row.attempts = 0;
    }

    /**
     * Notes that it must be sent again, at a time.
     *
     * @param maybeThere whether something may be there
     */
    public void retry(PostingId id, Instant nextAttemptAt, boolean maybeThere, Answer answer, boolean isFailure) {
        var row = locked(id);
        note(row, answer);
        row.maybeThere = maybeThere;
        row.leaseUntil = null;
        row.pending = true;
        row.nextAttemptAt = nextAttemptAt;
        row.attempts += isFailure ? 1 : 0;
    }

    /**
     * Postings that are wanted on ReliefWeb and are not there as they should be.
     *
     * @param waiting to be sent, drafts not counted
     * @param incomplete lacking something
     * @param refused by ReliefWeb
     */
    public record Backlog(long waiting, long incomplete, long refused) {}

    /**
     * What was taken in hand.
     *
     * @param attempts how many in a row have failed before
     */
    public record Claim(PostingId posting, int attempts) {}

    /**
     * What ReliefWeb has.
     *
     * @param hash of the document
     * @param document its JSON
     */
    public record Accepted(String hash, String document) {}

    /**
     * What a document was made of.
     *
     * @param postingRevision of the posting as it was
     * @param organisationRevision of its organisation
     */
    public record Look(int settingsVersion, long postingRevision, long organisationRevision) {}

    /**
     * What came of sending.
     *
     * @param status null when there was no answer
     * @param words ReliefWeb's, or what kept it from answering
     */
    public record Answer(@Nullable Integer status, String words, Instant at) {}

    private ReliefWebRow looked(PostingId id, Look look) {
        var row = locked(id);
        row.leaseUntil = null;
        row.pending = row.settingsVersion != look.settingsVersion();
        row.postingRevision = look.postingRevision();
        row.organisationRevision = look.organisationRevision();
        return row;
    }

    private static void note(ReliefWebRow row, Answer answer) {
        row.lastStatus = answer.status();
        row.lastAnswer = answer.words();
        row.lastSentAt = answer.at();
    }

    private ReliefWebRow locked(PostingId id) {
        return rows.findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE).orElseThrow();
    }
}
