package org.appel.postings.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.panache.common.Page;
import org.hibernate.exception.ConstraintViolationException;

import org.appel.postings.model.JobBoard;
import org.appel.postings.model.PostingRefused;
import org.appel.postings.model.Refusal;

/** All registered job boards. Every method runs in the caller's transaction. */
@ApplicationScoped
public class JobBoards {

    private final JobBoardRows rows;

    JobBoards(JobBoardRows rows) {
        this.rows = rows;
    }

    public Optional<StoredJobBoard> find(UUID id) {
        return rows.findByIdOptional(id).map(JobBoardRow::toStored);
    }

    public Optional<StoredJobBoard> findByClient(String client) {
        return rows.find("client", client).firstResultOptional().map(JobBoardRow::toStored);
    }

    /** Finds a board and keeps all others from writing it until the transaction ends. */
    public Optional<StoredJobBoard> lock(UUID id) {
        return rows.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).map(JobBoardRow::toStored);
    }

    /** In the order of their ids, after one of them; the id of zeros for the first page. */
    public List<StoredJobBoard> list(UUID after, int limit) {
        return rows.find("id > ?1 ORDER BY id", after).page(Page.ofSize(limit)).stream()
                .map(JobBoardRow::toStored)
                .toList();
    }

    public List<JobBoard> all() {
        return rows.streamAll().map(row -> row.toStored().board()).toList();
    }

    /** @throws PostingRefused with {@link Refusal.ClientTaken} if another board has this client */
    public StoredJobBoard add(JobBoard board, Instant now) {
        var row = JobBoardRow.of(board, now);
        rows.persist(row);
        return flushed(row);
    }

    /**
     * Writes a board that was locked before.
     *
     * @throws PostingRefused with {@link Refusal.ClientTaken} if another board has this client
     */
    public StoredJobBoard save(JobBoard board) {
        var row = rows.findById(board.id());
        row.write(board);
        return flushed(row);
    }

    public void delete(UUID id) {
        rows.deleteById(id);
    }

    private StoredJobBoard flushed(JobBoardRow row) {
        try {
            rows.flush();
        } catch (ConstraintViolationException e) {
            if ("job_board_client".equals(e.getConstraintName())) {
                throw new PostingRefused(new Refusal.ClientTaken(row.client));
            }
            throw e;
        }
        return row.toStored();
    }
}
