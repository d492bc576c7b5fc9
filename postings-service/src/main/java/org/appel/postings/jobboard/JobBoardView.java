package org.appel.postings.jobboard;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.appel.postings.model.JobBoard;

/**
 * A registered job board.
 *
 * @param requestsPerMinute what it may ask of one replica
 */
@Schema(name = "JobBoard")
record JobBoardView(UUID id, String client, String name, String ownerEmail, int requestsPerMinute) {

    static JobBoardView of(JobBoard board, int usual) {
        var own = board.requestsPerMinute();
        return new JobBoardView(
                board.id(), board.client(), board.name(), board.ownerEmail(), own == null ? usual : own);
    }

    @Override
    public String toString() {
        return "JobBoardView[" + id + "]";
    }
}
