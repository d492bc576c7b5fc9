package org.appel.postings.storage;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.Tuple;

import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Change;
import org.appel.postings.model.ChangeKind;
import org.appel.postings.model.JobAd;
import org.appel.postings.model.Posting.Published;
import org.appel.postings.model.PostingId;
import org.appel.postings.model.PostingState;
import org.appel.service.OneColumn;

/**
 * Table {@code posting_change}: what happened to published postings, numbered in the order of the commits and without a
 * gap. Every method runs in the caller's transaction.
 *
 * <p>The number comes from the one row of {@code posting_change_head}, which stays locked until the transaction ends: the
 * next number is given when this one can be seen. So the counter is the last row that a transaction locks, after its
 * postings; two transactions can then never wait for each other.
 */
@ApplicationScoped
public class ChangeLog {

    private static final String APPEND = """
            WITH head AS (UPDATE posting_change_head SET seq = seq + 1 RETURNING seq)
            INSERT INTO posting_change (seq, posting, organisation, version, kind, at, closes_at)
            SELECT head.seq, :posting, :organisation, :version, :kind, :at, CAST(:closesAt AS timestamptz) FROM head""";

    private static final String APPEND_CLOSINGS = """
            WITH head AS (UPDATE posting_change_head SET seq = seq + :number RETURNING seq)
            INSERT INTO posting_change (seq, posting, organisation, version, kind, at, closes_at)
            SELECT head.seq - :number + row_number() OVER (ORDER BY posting.closes_at, posting.id),
                   posting.id, organisation, version, 'CLOSED', closed_at, closes_at
            FROM head, posting WHERE posting.id = ANY (CAST(:postings AS uuid[]))""";

    /** A posting that was copied by hand has no versions: then its present words stand in. */
    private static final String PAGE = """
            SELECT change.seq, change.at, change.kind, change.posting, change.organisation, change.version,
                   posting.published_at, change.closes_at, posting.withdrawal_reason,
                   CAST(coalesce(told.ad, posting.ad) AS text) AS ad, CAST(earlier.ad AS text) AS before,
                   posting.version AS last_version, posting.state AS state_now
            FROM posting_change change
            JOIN posting ON posting.id = change.posting
            LEFT JOIN posting_version told ON told.posting = change.posting AND told.version = change.version
            LEFT JOIN posting_version earlier ON change.kind <> 'CLOSED'
                AND earlier.posting = change.posting AND earlier.version = change.version - 1
            WHERE change.seq > :after AND change.seq <= :until
              AND (CAST(:organisation AS text) IS NULL OR change.organisation = CAST(:organisation AS text))
            ORDER BY change.seq
            LIMIT :limit""";

    private static final AdColumn ADS = new AdColumn();

    private final Session session;
    private final Event<ChangesLogged> logged;

    ChangeLog(Session session, Event<ChangesLogged> logged) {
        this.session = session;
        this.logged = logged;
    }

    /** Notes a new version of a posting that is locked and written already. */
    void append(Published posting, Change change, Instant at) {
        var publication = posting.publication();
        session.createNativeMutationQuery(APPEND)
                .setParameter("posting", posting.id().value())
                .setParameter("organisation", posting.ad().organisation())
                .setParameter("version", publication.version())
                .setParameter("kind", ChangeKind.of(change).name())
                .setParameter("at", at)
                .setParameter("closesAt", publication.closesAt())
                .executeUpdate();
        logged.fire(new ChangesLogged());
    }

    /** Notes that postings were closed, longest due first; they are locked and written already. */
    void appendClosings(List<PostingId> postings) {
        if (postings.isEmpty()) {
            return;
        }
        session.createNativeMutationQuery(APPEND_CLOSINGS)
                .setParameter("number", postings.size())
                .setParameter(
                        "postings", postings.stream().map(PostingId::toString).toArray(String[]::new))
                .executeUpdate();
        logged.fire(new ChangesLogged());
    }

    /** The place of the last entry; 0 while there is none. Everything up to it can be read. */
    public long head() {
        return OneColumn.query(session, "SELECT seq FROM posting_change_head", "seq", Long.class)
                .getSingleResult();
    }

    /** In the order of the log. */
    public List<LoggedChange> read(ChangeQuery query) {
        return session.createNativeQuery(PAGE, Tuple.class)
                .setParameter("after", query.after())
                .setParameter("until", query.until())
                .setParameter("organisation", query.organisation())
                .setParameter("limit", query.limit())
                .addScalar("seq", Long.class)
                .addScalar("at", Instant.class)
                .addScalar("kind", String.class)
                .addScalar("posting", UUID.class)
                .addScalar("organisation", String.class)
                .addScalar("version", Integer.class)
                .addScalar("published_at", Instant.class)
                .addScalar("closes_at", Instant.class)
                .addScalar("withdrawal_reason", String.class)
                .addScalar("ad", String.class)
                .addScalar("before", String.class)
                .addScalar("last_version", Integer.class)
                .addScalar("state_now", String.class)
                .getResultStream()
                .map(ChangeLog::entry)
                .toList();
    }

    private static LoggedChange entry(Tuple row) {
        return new LoggedChange(
                row.get(0, Long.class),
                row.get(1, Instant.class),
                ChangeKind.valueOf(row.get(2, String.class)),
                new PostingId(row.get(3, UUID.class)),
                row.get(4, String.class),
                row.get(5, Integer.class),
                row.get(6, Instant.class),
                row.get(7, Instant.class),
                row.get(8, String.class),
                Objects.requireNonNull(ad(row.get(9, String.class))),
                ad(row.get(10, String.class)),
                row.get(11, Integer.class),
                PostingState.valueOf(row.get(12, String.class)));
    }

    private static @Nullable JobAd ad(@Nullable String json) {
        return ADS.convertToEntityAttribute(json);
    }
}
