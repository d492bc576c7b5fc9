package org.appel.postings.storage;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

import org.appel.postings.model.JobBoard;

/** Table {@code job_board}. */
@Entity
@Table(name = "job_board")
class JobBoardRow {

    @Id
    UUID id;

    String client;
    String name;
    String ownerEmail;

    @Nullable
    Integer requestsPerMinute;

    Instant createdAt;

    @Version
    long revision;

    /** For Hibernate only. */
    protected JobBoardRow() {}

    static JobBoardRow of(JobBoard board, Instant now) {
        var row = new JobBoardRow();
        row.id = board.id();
        row.createdAt = now;
        row.write(board);
        return row;
    }

    void write(JobBoard board) {
        client = board.client();
        name = board.name();
        ownerEmail = board.ownerEmail();
        requestsPerMinute = board.requestsPerMinute();
    }

    StoredJobBoard toStored() {
        return new StoredJobBoard(new JobBoard(id, client, name, ownerEmail, requestsPerMinute), revision);
    }
}
