package org.appel.applications.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.applications.model.PostingId;

/** Passed deadlines whose intake is still to be closed. */
@ApplicationScoped
public class Closings {
    /** The posting grants its grace on top of the deadline that it has, and not of one that was moved since. */
    private static final String ENDS_AT = """
            i.closes_at + make_interval(mins =>
                CASE WHEN p.deadline_version = i.deadline_version THEN coalesce(p.grace_minutes, 0) ELSE 0 END)""";

    /** Any number of replicas may ask at once: each gets another one, or none. */
    private static final String NEXT_DUE = """
            SELECT i.posting_id, i.deadline_version FROM intake_closing i JOIN known_posting p ON p.id = i.posting_id
            WHERE i.closed_at IS NULL AND %1$s <= appel_now() - make_interval(secs => ?)
                AND (NOT p.has_taken_mail OR %1$s <= appel_now() - make_interval(secs => ?)
                    OR NOT EXISTS (SELECT 1 FROM unnest(?::text[], ?::timestamptz[]) AS read (organisation, drained_at)
                        WHERE read.organisation = p.organisation AND read.drained_at < %1$s))
            ORDER BY i.closes_at LIMIT 1 FOR UPDATE OF i SKIP LOCKED""".formatted(ENDS_AT);

    /**
     * Waits for every intake that holds the posting, and makes later ones wait for this transaction. Whether it is due
     * is asked again of the posting as it is then.
     */
    private static final String LOCK_POSTING = """
            SELECT p.organisation, i.closes_at, %1$s AS ends_at
            FROM intake_closing i JOIN known_posting p ON p.id = i.posting_id
            WHERE i.posting_id = ? AND i.deadline_version = ?
                AND %1$s <= appel_now() - make_interval(secs => ?)
            FOR UPDATE OF p""".formatted(ENDS_AT);

    private static final String STANDING = """
            SELECT count(*) FROM application WHERE posting_id = ? AND erased_at IS NULL AND received_at < ?""";

    private static final String CLOSE = """
            WITH posting AS (
                UPDATE known_posting SET closed_deadline = greatest(closed_deadline, ?) WHERE id = ?)
            UPDATE intake_closing SET closed_at = appel_now() WHERE posting_id = ? AND deadline_version = ?
            RETURNING closed_at""";

    private final Sql sql;

    Closings(Sql sql) {
        this.sql = sql;
    }

    /**
     * What an intake waits for before it is counted.
     *
     * @param onItsWay how long after its end a request may still be on its way
     * @param mailPatience how long it waits for mailboxes at the most
     * @param drained by organisation with mailboxes: what arrived before that has been judged
     */
    public record Waiting(Duration onItsWay, Duration mailPatience, Map<String, Instant> drained) {
        public Waiting {
            drained = Map.copyOf(drained);
        }
    }

    /** A deadline whose intake may be closed now. */
    public record Due(PostingId posting, int deadlineVersion) {}

    /**
     * An intake that is held off.
     *
     * @param closesAt first instant after the deadline
     * @param endsAt first instant at which applications no longer count to it: after the grace, if there is one
     */
    public record Ended(
            PostingId posting, String organisation, int deadlineVersion, Instant closesAt, Instant endsAt) {}

    /** One that is due, locked until the transaction ends. */
    public Optional<Due> lockNext(Waiting waiting) {
        var organisations = waiting.drained().keySet().toArray(String[]::new);
        var drained = Arrays.stream(organisations)
                .map(organisation -> waiting.drained().get(organisation).toString())
                .toArray(String[]::new);
        return sql.first(
                NEXT_DUE,
                q -> {
                    q.setDouble(1, seconds(waiting.onItsWay()));
                    q.setDouble(2, seconds(waiting.mailPatience()));
                    q.setObject(3, organisations);
                    q.setObject(4, drained);
                },
                row -> new Due(new PostingId(row.getObject("posting_id", UUID.class)), row.getInt("deadline_version")));
    }

    /** Holds off the intake of that posting until the transaction ends; empty if it is due no longer. */
    public Optional<Ended> holdOff(Due due, Duration onItsWay) {
        return sql.first(
                LOCK_POSTING,
                q -> {
                    q.setObject(1, due.posting().value());
                    q.setInt(2, due.deadlineVersion());
                    q.setDouble(3, seconds(onItsWay));
                },
                row -> new Ended(
                        due.posting(),
                        row.getString("organisation"),
                        due.deadlineVersion(),
                        Objects.requireNonNull(Sql.instant(row, "closes_at")),
                        Objects.requireNonNull(Sql.instant(row, "ends_at"))));
    }

    /** Applications to that intake that were not erased. */
    public long standing(Ended intake) {
        return sql.first(
                        STANDING,
                        q -> {
                            q.setObject(1, intake.posting().value());
                            q.setObject(2, Sql.time(intake.endsAt()));
                        },
                        row -> row.getLong(1))
                .orElseThrow();
    }

    /** @return when, by the database's clock */
    public Instant close(Ended intake) {
        return sql.first(
                        CLOSE,
                        q -> {
                            q.setInt(1, intake.deadlineVersion());
                            q.setObject(2, intake.posting().value());
                            q.setObject(3, intake.posting().value());
                            q.setInt(4, intake.deadlineVersion());
                        },
                        row -> Sql.instant(row, "closed_at"))
                .orElseThrow();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
