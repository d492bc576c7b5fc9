package org.appel.applications.storage;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;

import org.appel.applications.model.Counts;
import org.appel.applications.model.Ledger;
import org.appel.applications.model.PostingId;

/** The ledger: one row for each arrival at a known posting, and what the rows add up to. */
@ApplicationScoped
public class Arrivals {
    /** Waits, as an intake does, while the intake of the posting is being counted: the numbers stay exact. */
    private static final String REFUSED = """
            INSERT INTO arrival (posting_id, arrived_at, door, outcome, reason)
            SELECT p.id, ?, 'api', 'refused', ? FROM known_posting p WHERE p.id = ? FOR KEY SHARE OF p""";

    private static final String COUNTS = """
            SELECT outcome, reason, count(*) AS number FROM arrival WHERE posting_id = ? GROUP BY outcome, reason""";

    private static final String COUNTS_UNTIL = """
            SELECT outcome, reason, count(*) AS number FROM arrival
            WHERE posting_id = ? AND (outcome NOT IN ('accepted', 'updated') OR arrived_at < ?)
            GROUP BY outcome, reason""";

    private static final String ACKNOWLEDGEMENTS = """
            SELECT sent, reason, count(*) AS number FROM acknowledgement WHERE posting_id = ? GROUP BY sent, reason""";

    private static final String ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY";

    private final Sql sql;

    Arrivals(Sql sql) {
        this.sql = sql;
    }

    /** Notes a refused arrival; nothing if the posting is unknown. */
    public void refused(UUID posting, Instant arrivedAt, String reason) {
        sql.update(REFUSED, q -> {
            q.setObject(1, Sql.time(arrivedAt));
            q.setString(2, reason);
            q.setObject(3, posting);
        });
    }

    /** Everything that arrived so far. */
    public Counts counts(PostingId posting) {
        return counts(COUNTS, q -> q.setObject(1, posting.value()));
    }

    /** The same without applications that arrived at {@code end} or later, and were taken all the same. */
    public Counts countsUntil(PostingId posting, Instant end) {
        return counts(COUNTS_UNTIL, q -> {
            q.setObject(1, posting.value());
            q.setObject(2, Sql.time(end));
        });
    }

    private Counts counts(String statement, Sql.Parameters parameters) {
        var byOutcome = new HashMap<String, Long>();
        var refused = new HashMap<String, Long>();
        sql.list(statement, parameters, row -> {
            var reason = row.getString("reason");
            return reason == null
                    ? byOutcome.put(row.getString("outcome"), row.getLong("number"))
                    : refused.put(reason, row.getLong("number"));
        });
        var arrived = byOutcome.values().stream().mapToLong(Long::longValue).sum()
                + refused.values().stream().mapToLong(Long::longValue).sum();
        return new Counts(
                arrived,
                byOutcome.getOrDefault("accepted", 0L),
                byOutcome.getOrDefault("updated", 0L),
                byOutcome.getOrDefault("duplicate", 0L),
                refused,
                0);
    }

    /** The account of a posting, as far as it is known. All its numbers are of one moment, so that they agree. */
    public Ledger ledger(PostingId posting) {
        return QuarkusTransaction.requiringNew().call(() -> {
            sql.update(ONE_MOMENT, _ -> {});
            return read(posting);
        });
    }

    private Ledger read(PostingId posting) {
        var counts = counts(posting);
        var acknowledgements = acknowledgements(posting, counts);
        return sql.first(
                        "SELECT count(*), coalesce(sum(revision), 0) FROM application WHERE posting_id = ?",
                        q -> q.setObject(1, posting.value()),
                        row -> new Ledger(posting, counts, row.getLong(1), row.getLong(2), acknowledgements))
                .orElseThrow();
    }

    private Ledger.Acknowledgements acknowledgements(PostingId posting, Counts counts) {
        var sent = new long[1];
        Map<String, Long> failed = new HashMap<>();
        sql.list(ACKNOWLEDGEMENTS, q -> q.setObject(1, posting.value()), row -> {
            if (row.getBoolean("sent")) {
                return sent[0] = row.getLong("number");
            }
            return failed.put(row.getString("reason"), row.getLong("number"));
        });
        return new Ledger.Acknowledgements(counts.accepted() + counts.updated(), sent[0], failed);
    }
}
