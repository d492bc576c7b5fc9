package org.appel.applications.storage;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.applications.model.Counts;
import org.appel.applications.model.Outcome;
import org.appel.applications.model.PostingId;

/**
 * The lines of the ledger: one for each arrival at a known posting, and for each mail. Those of mails are written by
 * {@link Messages}; what they all add up to says {@link Ledgers}.
 */
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

    private final Sql sql;

    Arrivals(Sql sql) {
        this.sql = sql;
    }

    /** Notes a refused arrival by the API; nothing if the posting is unknown. */
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
        var tally = new Tally();
        sql.list(statement, parameters, row -> {
            tally.add(Outcome.of(row.getString("outcome")), row.getString("reason"), row.getLong("number"));
            return true;
        });
        return tally.counts();
    }
}
