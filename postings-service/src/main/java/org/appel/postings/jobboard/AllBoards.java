package org.appel.postings.jobboard;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.appel.postings.model.JobBoard;
import org.appel.postings.storage.JobBoards;

/** Every registered board, for work that no caller asked for. */
@ApplicationScoped
class AllBoards {

    private final JobBoards boards;

    AllBoards(JobBoards boards) {
        this.boards = boards;
    }

    @Transactional
    public List<JobBoard> all() {
        return boards.all();
    }
}
