package org.appel.postings.storage;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.postings.model.PostingId;
import org.appel.service.OneColumn;

/** The drafts that are to be published by themselves. Every method runs in the caller's transaction. */
@ApplicationScoped
public class ScheduledDrafts {

    private static final String DUE = """
            FROM posting p
            WHERE state = 'DRAFT' AND publish_at <= appel_now() AND schedule_problem IS NULL""";

    private final PostingRows rows;

    ScheduledDrafts(PostingRows rows) {
        this.rows = rows;
    }

    /** Up to {@code limit} drafts whose time has come by the database's clock, longest due first. */
    public List<PostingId> due(int limit) {
        return OneColumn.query(
                        rows.getSession(), "SELECT id " + DUE + " ORDER BY publish_at LIMIT :limit", "id", UUID.class)
                .setParameter("limit", limit)
                .getResultStream()
                .map(PostingId::new)
                .toList();
    }

    /**
     * Finds a draft whose time has come and keeps all others from writing it until the transaction ends.
     *
     * @return empty if somebody else holds it, or it is not due any more
     */
    public Optional<StoredPosting> lockDue(PostingId id) {
        return rows.getSession()
                .createNativeQuery(
                        "SELECT {p.*} " + DUE + " AND id = :id FOR UPDATE SKIP LOCKED", PostingRow.class, "p")
                .setParameter("id", id.value())
                .uniqueResultOptional()
                .map(PostingRow::toStored);
    }
}
