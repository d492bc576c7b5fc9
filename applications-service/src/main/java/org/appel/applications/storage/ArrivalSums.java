package org.appel.applications.storage;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Makes one line of the ledger of many, where they tell the same. No number of the ledger changes by it. */
@ApplicationScoped
public class ArrivalSums {
    /** Of mails each has its own row beside its line. */
    private static final String SUM_UP = """
            WITH old AS (
                DELETE FROM arrival WHERE id IN (
                    SELECT id FROM arrival
                    WHERE outcome = 'refused' AND door = 'api' AND application_id IS NULL AND NOT summed
                        AND arrived_at < date_trunc('day', ?::timestamptz, 'UTC')
                    ORDER BY arrived_at LIMIT ? FOR UPDATE SKIP LOCKED)
                RETURNING posting_id, date_trunc('day', arrived_at, 'UTC') AS day, reason, number),
            sums AS (
                INSERT INTO arrival (posting_id, arrived_at, door, outcome, reason, number, summed)
                SELECT posting_id, day, 'api', 'refused', reason, sum(number), true
                FROM old GROUP BY posting_id, day, reason)
            SELECT count(*) FROM old""";

    private final Sql sql;

    ArrivalSums(Sql sql) {
        this.sql = sql;
    }

    /**
     * Sums up what was refused on days that had ended by then.
     *
     * @param limit how many lines at most
     * @return how many lines were summed up; there may be more if it is the limit
     */
    @Transactional
    public int sumUpBefore(Instant moment, int limit) {
        return sql.first(
                        SUM_UP,
                        q -> {
                            q.setObject(1, Sql.time(moment));
                            q.setInt(2, limit);
                        },
                        row -> row.getInt(1))
                .orElse(0);
    }
}
