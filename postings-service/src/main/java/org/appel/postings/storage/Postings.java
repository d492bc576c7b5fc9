package org.appel.postings.storage;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.exception.ConstraintViolationException;

import org.appel.postings.model.Change;
import org.appel.postings.model.DeadlinePassed;
import org.appel.postings.model.Hands;
import org.appel.postings.model.Organisation;
import org.appel.postings.model.Posting;
import org.appel.postings.model.Posting.Closed;
import org.appel.postings.model.Posting.Draft;
import org.appel.postings.model.Posting.Published;
import org.appel.postings.model.PostingId;
import org.appel.postings.model.PostingRefused;
import org.appel.postings.model.PostingState;
import org.appel.postings.model.Refusal;

/** All postings. Every method runs in the caller's transaction. */
@ApplicationScoped
public class Postings {

    private static final String FIRED = """
            INSERT INTO deadline_fired (posting, deadline_version, closes_at, closed_at)
            VALUES (:posting, :deadlineVersion, :closesAt, :closedAt)
            ON CONFLICT DO NOTHING""";

    private final PostingRows rows;
    private final VersionRows versions;
    private final ChangeLog changes;
    private final BoardState board;

    Postings(PostingRows rows, VersionRows versions, ChangeLog changes, BoardState board) {
        this.rows = rows;
        this.versions = versions;
        this.changes = changes;
        this.board = board;
    }

    public Optional<StoredPosting> find(PostingId id) {
        return rows.findByIdOptional(id.value()).map(PostingRow::toStored);
    }

    /** Finds a posting and keeps all others from writing it until the transaction ends. */
    public Optional<StoredPosting> lock(PostingId id) {
        return rows.lock(id.value()).map(PostingRow::toStored);
    }

    /**
     * Closes up to {@code limit} open postings whose deadline has passed by the database's clock, longest due first, and
     * notes each, also in the change log. A posting that somebody else holds is left to them.
     *
     * @return what is to be told: each once for its version of the deadline
     */
    public List<DeadlinePassed> closeDue(int limit) {
        var closed = rows.closeDue(limit);
        changes.appendClosings(closed.stream().map(DeadlinePassed::postingId).toList());
        if (!closed.isEmpty()) {
            board.changesWithThisTransaction();
        }
        return closed;
    }

    /** Those of the postings that are open as they are stored, in no order. */
    public List<StoredPosting> open(Collection<PostingId> ids) {
        return rows
                .list(
                        "state = ?1 AND id IN ?2",
                        PostingState.OPEN,
                        ids.stream().map(PostingId::value).toList())
                .stream()
                .map(PostingRow::toStored)
                .toList();
    }

    /** When a posting was changed last. */
    public Optional<Instant> changedAt(PostingId id) {
        return rows.findByIdOptional(id.value()).map(row -> row.changedAt);
    }

    public List<StoredPosting> drafts(DraftQuery query) {
        return rows.drafts(query).stream().map(PostingRow::toStored).toList();
    }

    /** @throws PostingRefused with {@link Refusal.ReferenceTaken} if another of the organisation's bears its reference */
    public StoredPosting add(Draft draft, Organisation publisher, Instant now) {
        var row = PostingRow.of(draft, publisher.name(), now);
        rows.persist(row);
        return flushed(row);
    }

    /**
     * Writes a posting that was locked before.
     *
     * @throws PostingRefused with {@link Refusal.ReferenceTaken} if another of the organisation's bears its reference
     */
    public StoredPosting save(Posting posting, Organisation publisher) {
        var row = rows.findById(posting.id().value());
        row.write(posting, publisher.name());
        return flushed(row);
    }

    /**
     * Writes the closing of a posting that was locked before, and notes that its deadline has passed, also in the change
     * log.
     *
     * @return whether this is to be told: false if it was noted for this version of the deadline before
     */
    public boolean close(Closed closed) {
        var row = rows.findById(closed.id().value());
        row.writeState(closed);
        flushed(row);
        var publication = closed.publication();
        boolean first = rows.getSession()
                        .createNativeMutationQuery(FIRED)
                        .setParameter("posting", closed.id().value())
                        .setParameter("deadlineVersion", publication.deadlineVersion())
                        .setParameter("closesAt", publication.closesAt())
                        .setParameter("closedAt", closed.closedAt())
                        .executeUpdate()
                == 1;
        if (first) {
            changes.appendClosings(List.of(closed.id()));
        }
        return first;
    }

    /** Keeps what the public is shown from {@code now} on, and notes it in the change log; after the posting was saved. */
    public void keepVersion(Published posting, Change change, Instant now, Hands hands) {
        versions.persist(VersionRow.of(posting, change, now, hands));
        changes.append(posting, change, now);
    }

    /** Every version that the public was shown, oldest first; none for a draft. */
    public List<PostingVersion> versions(PostingId id) {
        return versions.list("key.posting = ?1 ORDER BY key.version", id.value()).stream()
                .map(VersionRow::toVersion)
                .toList();
    }

    public Optional<PostingVersion> version(PostingId id, int version) {
        return versions.findByIdOptional(new VersionRow.Key(id.value(), version))
                .map(VersionRow::toVersion);
    }

    private StoredPosting flushed(PostingRow row) {
        if (row.state != PostingState.DRAFT) {
            board.changesWithThisTransaction();
        }
        try {
            rows.flush();
        } catch (ConstraintViolationException e) {
            if ("posting_reference".equals(e.getConstraintName())) {
                throw new PostingRefused(new Refusal.ReferenceTaken(row.organisation, String.valueOf(row.reference)));
            }
            throw e;
        }
        return row.toStored();
    }
}
