package org.appel.postings.storage;

import java.time.Duration;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import org.hibernate.Session;

import org.appel.service.OneColumn;

/**
 * Appends to the change log what was written without it: while a new release is rolled out, replicas of an earlier one
 * that know of no log still publish, amend and close. Every method runs in the caller's transaction.
 *
 * <p>An entry that comes late may follow one of a later version of its posting. Readers know it by its version, and the
 * log shows no text with it.
 */
@ApplicationScoped
public class MissedChanges {

    /** Postings that one transaction sees to; the others come next time. */
    private static final int MOST = 500;

    /** A version and its entry, a closing and its entry are written in one transaction: what has none was missed. */
    private static final String MISSED = """
            SELECT told.posting, told.version, told.changed_at AS at, told.closes_at,
                   CASE told.change
                       WHEN 'PUBLICATION' THEN 'PUBLISHED'
                       WHEN 'AMENDMENT' THEN 'AMENDED'
                       WHEN 'DEADLINE_EXTENDED' THEN 'EXTENDED'
                       WHEN 'REOPENED' THEN 'REOPENED'
                       WHEN 'WITHDRAWAL' THEN 'WITHDRAWN'
                   END AS kind
            FROM posting_version told
            WHERE told.changed_at > appel_now() - CAST(:lookBack AS interval)
              AND NOT EXISTS (
                SELECT 1 FROM posting_change known
                WHERE known.posting = told.posting AND known.version = told.version AND known.kind <> 'CLOSED')
            UNION ALL
            SELECT fired.posting, closing.version, fired.closed_at, fired.closes_at, 'CLOSED'
            FROM deadline_fired fired, LATERAL (
                SELECT max(told.version) AS version FROM posting_version told
                WHERE told.posting = fired.posting AND told.deadline_version = fired.deadline_version
                  AND told.change <> 'WITHDRAWAL') closing
            WHERE fired.closed_at > appel_now() - CAST(:lookBack AS interval) AND closing.version IS NOT NULL
              AND NOT EXISTS (
                SELECT 1 FROM posting_change known
                WHERE known.posting = fired.posting AND known.kind = 'CLOSED'
                  AND (known.version = closing.version OR known.closes_at = fired.closes_at))""";

    private static final String POSTINGS =
            "SELECT DISTINCT posting FROM (" + MISSED + ") AS missed ORDER BY posting LIMIT :most";

    /** In the order of all other writers: the postings, then the counter. */
    private static final String LOCK_POSTINGS =
            "SELECT id FROM posting WHERE id = ANY (CAST(:postings AS uuid[])) ORDER BY id FOR KEY SHARE";

    private static final String LOCK_HEAD = "SELECT seq FROM posting_change_head FOR UPDATE";

    private static final String APPEND = """
            WITH missed AS (
                SELECT missed.*, max(missed.at) OVER (
                    PARTITION BY missed.posting ORDER BY missed.version, missed.kind = 'CLOSED') AS turn
                FROM (""" + MISSED + """
                ) AS missed WHERE missed.posting = ANY (CAST(:postings AS uuid[]))),
            made AS (
                INSERT INTO posting_change (seq, posting, organisation, version, kind, at, closes_at)
                SELECT head.seq + row_number() OVER (
                           ORDER BY missed.turn, missed.posting, missed.version, missed.kind = 'CLOSED'),
                       missed.posting, posting.organisation, missed.version, missed.kind, missed.at, missed.closes_at
                FROM missed JOIN posting ON posting.id = missed.posting, posting_change_head head
                RETURNING seq)
            UPDATE posting_change_head SET seq = seq + (SELECT count(*) FROM made)""";

    private final Session session;
    private final Event<ChangesLogged> logged;

    MissedChanges(Session session, Event<ChangesLogged> logged) {
        this.session = session;
        this.logged = logged;
    }

    /**
     * Appends what is missing in the log; where nothing is, nothing is locked.
     *
     * @param lookBack how old it may be at most
     * @return of how many postings something was missing
     */
    public int append(Duration lookBack) {
        var postings = OneColumn.query(session, POSTINGS, "posting", UUID.class)
                .setParameter("lookBack", lookBack.toString())
                .setParameter("most", MOST)
                .getResultStream()
                .map(UUID::toString)
                .toArray(String[]::new);
        if (postings.length == 0) {
            return 0;
        }
        OneColumn.query(session, LOCK_POSTINGS, "id", UUID.class)
                .setParameter("postings", postings)
                .getResultList();
        OneColumn.query(session, LOCK_HEAD, "seq", Long.class).getSingleResult();
        // What others have appended meanwhile is seen here: each statement looks anew.
        session.createNativeMutationQuery(APPEND)
                .setParameter("lookBack", lookBack.toString())
                .setParameter("postings", postings)
                .executeUpdate();
        logged.fire(new ChangesLogged());
        return postings.length;
    }
}
