package org.appel.postings.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.query.NativeQuery;

import org.appel.postings.model.DeadlinePassed;
import org.appel.postings.model.PostingId;

/** Reads and writes of table {@code posting}. */
@ApplicationScoped
class PostingRows implements PanacheRepositoryBase<PostingRow, UUID> {

    /** One statement, so that any number of replicas may run it: who holds the row closes it, and nobody waits. */
    private static final String CLOSE_DUE = """
            WITH due AS (
                SELECT id FROM posting
                WHERE state = 'OPEN' AND closes_at <= appel_now()
                ORDER BY closes_at
                LIMIT :limit
                FOR UPDATE SKIP LOCKED),
            closed AS (
                UPDATE posting SET state = 'CLOSED', closed_at = appel_now(), revision = revision + 1
                FROM due WHERE posting.id = due.id
                RETURNING posting.*),
            fired AS (
                INSERT INTO deadline_fired (posting, deadline_version, closes_at, closed_at)
                SELECT id, deadline_version, closes_at, closed_at FROM closed
                ON CONFLICT DO NOTHING
                RETURNING posting)
            SELECT id, organisation, version, deadline_version, closes_at, closed_at
            FROM closed WHERE id IN (SELECT posting FROM fired)
            ORDER BY closes_at""";

    private static final String DRAFTS = """
            SELECT {p.*} FROM posting p
            WHERE state = 'DRAFT'
              AND (:everybodys OR organisation = ANY (:organisations))
              AND (CAST(:before AS uuid) IS NULL OR id < CAST(:before AS uuid))
            ORDER BY id DESC
            LIMIT :limit""";

    Optional<PostingRow> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Closes open postings whose deadline has passed, but for those that somebody else holds. */
    List<DeadlinePassed> closeDue(int limit) {
        return getSession()
                .createNativeQuery(CLOSE_DUE, Tuple.class)
                .setParameter("limit", limit)
                .addScalar("id", UUID.class)
                .addScalar("organisation", String.class)
                .addScalar("version", Integer.class)
                .addScalar("deadline_version", Integer.class)
                .addScalar("closes_at", Instant.class)
                .addScalar("closed_at", Instant.class)
                .getResultStream()
                .map(PostingRows::passed)
                .toList();
    }

    List<PostingRow> drafts(DraftQuery query) {
        return query(DRAFTS)
                .setParameter("everybodys", query.everybodys())
                .setParameter("organisations", query.organisations().toArray(String[]::new))
                .setParameter("before", query.before())
                .setParameter("limit", query.limit())
                .getResultList();
    }

    /** Rows whose words of the search were made by older rules; nobody else writes them until the transaction ends. */
    List<PostingRow> withOldWords(int limit) {
        return query("SELECT {p.*} FROM posting p WHERE words_version < :version ORDER BY words_version LIMIT :limit"
                        + " FOR UPDATE SKIP LOCKED")
                .setParameter("version", SearchWords.VERSION)
                .setParameter("limit", limit)
                .getResultList();
    }

    private static DeadlinePassed passed(Tuple row) {
        return new DeadlinePassed(
                new PostingId(row.get(0, UUID.class)),
                row.get(1, String.class),
                row.get(2, Integer.class),
                row.get(3, Integer.class),
                row.get(4, Instant.class),
                row.get(5, Instant.class));
    }

    private NativeQuery<PostingRow> query(String sql) {
        return getSession().createNativeQuery(sql, PostingRow.class, "p");
    }
}
