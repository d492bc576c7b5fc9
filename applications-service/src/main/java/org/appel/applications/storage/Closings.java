package org.appel.applications.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.applications.model.PostingId;

/** Passed deadlines whose intake is still to be closed. */
@ApplicationScoped
public class Closings {
    /** Any number of replicas may ask at once: each gets another one, or none. */
    private static final String NEXT_DUE = """
            SELECT posting_id, deadline_version, closes_at FROM intake_closing
            WHERE closed_at IS NULL AND closes_at <= appel_now() - make_interval(secs => ?)
            ORDER BY closes_at LIMIT 1 FOR UPDATE SKIP LOCKED""";

    /** Waits for every intake that holds the posting, and makes later ones wait for this transaction. */
    private static final String LOCK_POSTING = "SELECT organisation FROM known_posting WHERE id = ? FOR UPDATE";

    private static final String CLOSE = """
            WITH posting AS (
                UPDATE known_posting SET closed_deadline = greatest(closed_deadline, ?) WHERE id = ?)
            UPDATE intake_closing SET closed_at = appel_now() WHERE posting_id = ? AND deadline_version = ?
            RETURNING closed_at""";

    private final Sql sql;

    Closings(Sql sql) {
        this.sql = sql;
    }

    /** A deadline whose intake may be closed now. */
    public record Due(PostingId posting, int deadlineVersion, Instant closesAt) {}

    /**
     * One that is due, locked until the transaction ends.
     *
     * @param grace how long after the deadline a request may still be on its way
     */
    public Optional<Due> lockNext(Duration grace) {
        return sql.first(
                NEXT_DUE,
                q -> q.setDouble(1, grace.toMillis() / 1000.0),
                row -> new Due(
                        new PostingId(row.getObject("posting_id", UUID.class)),
                        row.getInt("deadline_version"),
                        Objects.requireNonNull(Sql.instant(row, "closes_at"))));
    }

    /** Holds off the intake of that posting until the transaction ends, and names its organisation. */
    public String lockPosting(PostingId posting) {
        return sql.first(LOCK_POSTING, q -> q.setObject(1, posting.value()), row -> row.getString(1))
                .orElseThrow(() -> new IllegalStateException("Posting " + posting + " is to be closed and unknown"));
    }

    /** Applications of that posting that were not erased. */
    public long standing(PostingId posting) {
        return sql.first(
                        "SELECT count(*) FROM application WHERE posting_id = ? AND erased_at IS NULL",
                        q -> q.setObject(1, posting.value()),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    /** @return when, by the database's clock */
    public Instant close(Due due) {
        return sql.first(
                        CLOSE,
                        q -> {
                            q.setInt(1, due.deadlineVersion());
                            q.setObject(2, due.posting().value());
                            q.setObject(3, due.posting().value());
                            q.setInt(4, due.deadlineVersion());
                        },
                        row -> Sql.instant(row, "closed_at"))
                .orElseThrow();
    }
}
