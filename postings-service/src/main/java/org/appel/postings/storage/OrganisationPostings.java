package org.appel.postings.storage;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.appel.postings.model.JobAd;
import org.appel.postings.model.PostingId;
import org.appel.postings.model.PostingState;
import org.appel.service.OneColumn;

/** The postings of one organisation, in whatever state. Every method runs in the caller's transaction. */
@ApplicationScoped
public class OrganisationPostings {

    private static final UUID FIRST = new UUID(0, 0);

    /** What is due is closed, even if nobody has closed it yet. */
    private static final String PAGE = """
            SELECT {p.*} FROM posting p
            WHERE organisation = :organisation AND id > :after
              AND (CAST(:state AS text) IS NULL OR :state =
                CASE WHEN state = 'OPEN' AND closes_at <= appel_now() THEN 'CLOSED' ELSE state END)
            ORDER BY id
            LIMIT :limit""";

    private static final String OF_REFERENCE =
            "SELECT id FROM posting WHERE organisation = :organisation AND reference = :reference";

    private static final String SAME = """
            SELECT id FROM posting
            WHERE organisation = :organisation AND reference IS NULL
              AND md5(ad::text) = md5(CAST(CAST(:ad AS jsonb) AS text))
            ORDER BY id
            LIMIT 1""";

    private static final String LOCK =
            "SELECT 1 AS locked FROM pg_advisory_xact_lock(hashtext('import'), hashtext(:text))";

    private final PostingRows rows;
    private final AdColumn column = new AdColumn();

    OrganisationPostings(PostingRows rows) {
        this.rows = rows;
    }

    /**
     * In the order of their ids, so that what is added meanwhile comes last.
     *
     * @param state null for all
     * @param after the last one of the page before; null for the first page
     */
    public List<StoredPosting> page(
            String organisation, @Nullable PostingState state, @Nullable PostingId after, int limit) {
        return rows.getSession()
                .createNativeQuery(PAGE, PostingRow.class, "p")
                .setParameter("organisation", organisation)
                .setParameter("state", state == null ? null : state.name(), String.class)
                .setParameter("after", after == null ? FIRST : after.value())
                .setParameter("limit", limit)
                .getResultStream()
                .map(PostingRow::toStored)
                .toList();
    }

    /** The one that bears this reference. */
    public Optional<PostingId> withReference(String organisation, String reference) {
        return OneColumn.query(rows.getSession(), OF_REFERENCE, "id", UUID.class)
                .setParameter("organisation", organisation)
                .setParameter("reference", reference)
                .uniqueResultOptional()
                .map(PostingId::new);
    }

    /**
     * One without reference that says the very same. Until the transaction ends, nobody else who asks this way is
     * answered, so that two who find none do not both add it.
     */
    public Optional<PostingId> withoutReference(JobAd ad) {
        var json = column.convertToDatabaseColumn(ad);
        OneColumn.query(rows.getSession(), LOCK, "locked", Integer.class)
                .setParameter("text", json)
                .getSingleResult();
        return OneColumn.query(rows.getSession(), SAME, "id", UUID.class)
                .setParameter("organisation", ad.organisation())
                .setParameter("ad", json)
                .uniqueResultOptional()
                .map(PostingId::new);
    }
}
