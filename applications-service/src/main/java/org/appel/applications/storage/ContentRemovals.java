package org.appel.applications.storage;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

import org.appel.applications.storage.Contents.Kept;

/**
 * Contents outside the database that are to be destroyed: queued in the transaction that forgot them, carried out after
 * it by whichever replica comes first, tried again for ever. Their keys are destroyed already.
 */
@ApplicationScoped
class ContentRemovals {
    private static final Logger LOG = Logger.getLogger(ContentRemovals.class);

    private static final String QUEUE = """
            INSERT INTO content_removal (content_id, store, queued_at, due_at) VALUES (?, ?, appel_now(), appel_now())
            ON CONFLICT DO NOTHING""";

    private static final String DUE = """
            SELECT content_id, attempts FROM content_removal WHERE store = ? AND due_at <= appel_now()
            ORDER BY attempts, due_at LIMIT 100 FOR UPDATE SKIP LOCKED""";

    private static final String DONE = "DELETE FROM content_removal WHERE store = ? AND content_id = ANY (?)";

    /** After 2, 4, 8 … seconds, at most after 5 minutes. */
    private static final String LATER = """
            UPDATE content_removal SET attempts = attempts + 1,
                due_at = appel_now() + make_interval(secs => least(300, power(2, least(attempts + 1, 10))))
            WHERE store = ? AND content_id = ANY (?)""";

    private static final String WAITING = """
            SELECT count(*) AS number, coalesce(extract(epoch FROM appel_now() - min(queued_at)), 0) AS oldest
            FROM content_removal""";

    private final Sql sql;

    ContentRemovals(Sql sql) {
        this.sql = sql;
    }

    /** What waits; zero seconds if nothing does. */
    record Waiting(long number, double oldestInSeconds) {}

    /** Queues them, with the current transaction. */
    void queue(List<Kept> contents) {
        sql.updateEach(QUEUE, contents, (q, content) -> {
            q.setObject(1, content.id());
            q.setString(2, content.store());
        });
    }

    /** Carries out what is due, until nothing is or something fails. */
    void carryOut(ObjectStore store) {
        while (QuarkusTransaction.requiringNew().call(() -> carryOutSome(store))) {
            LOG.debugf("contents removed store=%s", store.name());
        }
    }

    Waiting waiting() {
        return sql.first(
                        WAITING,
                        _ -> {},
                        row -> new Waiting(row.getLong("number"), Math.max(0, row.getDouble("oldest"))))
                .orElseThrow();
    }

    /** @return whether there may be more */
    private boolean carryOutSome(ObjectStore store) {
        var due = sql.list(
                DUE,
                q -> q.setString(1, store.name()),
                row -> new Due(row.getObject("content_id", UUID.class), row.getInt("attempts")));
        if (due.isEmpty()) {
            return false;
        }
        var together = together(due);
        try {
            store.remove(together);
            mark(DONE, store, together);
            return true;
        } catch (IOException e) {
            LOG.warnf("contents not removed store=%s number=%d reason=%s", store.name(), together.size(), e);
            mark(LATER, store, together);
            return false;
        }
    }

    /** What failed before is tried alone, so that one that cannot be removed does not hold up the others. */
    private static List<UUID> together(List<Due> due) {
        return due.getFirst().attempts() > 0
                ? List.of(due.getFirst().content())
                : due.stream()
                        .filter(one -> one.attempts() == 0)
                        .map(Due::content)
                        .toList();
    }

    private void mark(String statement, ObjectStore store, List<UUID> contents) {
        sql.update(statement, q -> {
            q.setString(1, store.name());
            q.setObject(2, contents.toArray(UUID[]::new));
        });
    }

    private record Due(UUID content, int attempts) {}
}
