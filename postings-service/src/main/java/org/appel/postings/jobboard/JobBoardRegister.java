package org.appel.postings.jobboard;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;

import org.appel.postings.model.PostingRefused;
import org.appel.postings.model.Refusal;
import org.appel.postings.storage.JobBoards;
import org.appel.postings.storage.StoredJobBoard;
import org.appel.service.Caller;
import org.appel.service.Ids;

/** Reads and writes of registered job boards. */
@ApplicationScoped
class JobBoardRegister {

    private static final Logger LOG = Logger.getLogger(JobBoardRegister.class);

    private final JobBoards boards;
    private final Caller caller;
    private final Clock clock;

    JobBoardRegister(JobBoards boards, Caller caller, Clock clock) {
        this.boards = boards;
        this.caller = caller;
        this.clock = clock;
    }

    /** @throws PostingRefused with {@link Refusal.ClientTaken} */
    @Transactional
    public StoredJobBoard add(JobBoardBody body) {
        var stored = boards.add(body.toBoard(Ids.next()), clock.instant());
        LOG.infof("board registered boardId=%s client=%s", stored.board().id(), body.client());
        return stored;
    }

    /**
     * Replaces what is known of a board.
     *
     * @param requireSeen refuses a caller who has not seen this revision
     * @throws PostingRefused with {@link Refusal.UnknownBoard} or {@link Refusal.ClientTaken}
     */
    @Transactional
    public StoredJobBoard replace(UUID id, LongConsumer requireSeen, JobBoardBody body) {
        var known = locked(id);
        requireSeen.accept(known.revision());
        return boards.save(body.toBoard(id));
    }

    /**
     * Forgets a board; what it could read as anybody it still can.
     *
     * @param requireSeen refuses a caller who has not seen this revision
     * @throws PostingRefused with {@link Refusal.UnknownBoard}
     */
    @Transactional
    public void remove(UUID id, LongConsumer requireSeen) {
        requireSeen.accept(locked(id).revision());
        boards.delete(id);
        LOG.infof("board removed boardId=%s", id);
    }

    /** @throws PostingRefused with {@link Refusal.UnknownBoard} */
    @Transactional
    public StoredJobBoard get(UUID id) {
        return boards.find(id).orElseThrow(() -> new PostingRefused(new Refusal.UnknownBoard(id)));
    }

    /** @throws PostingRefused with {@link Refusal.UnregisteredBoard} */
    @Transactional
    public StoredJobBoard ofCaller() {
        var client = caller.client();
        return boards.findByClient(client).orElseThrow(() -> new PostingRefused(new Refusal.UnregisteredBoard(client)));
    }

    /** In the order of their ids, after one of them. */
    @Transactional
    public List<StoredJobBoard> list(UUID after, int limit) {
        return boards.list(after, limit);
    }

    private StoredJobBoard locked(UUID id) {
        return boards.lock(id).orElseThrow(() -> new PostingRefused(new Refusal.UnknownBoard(id)));
    }
}
