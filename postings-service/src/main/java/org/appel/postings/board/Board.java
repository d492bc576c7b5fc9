package org.appel.postings.board;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.appel.postings.model.Posting;
import org.appel.postings.model.Posting.Draft;
import org.appel.postings.model.Posting.Published;
import org.appel.postings.model.Posting.Withdrawn;
import org.appel.postings.model.PostingId;
import org.appel.postings.model.PostingRefused;
import org.appel.postings.model.Refusal;
import org.appel.postings.storage.BoardQuery;
import org.appel.postings.storage.Postings;
import org.appel.postings.storage.StoredPosting;
import org.appel.service.Caller;
import org.appel.service.Roles;

/** The postings that the caller may read. */
@ApplicationScoped
public class Board {

    private final Postings postings;
    private final Caller caller;
    private final Clock clock;

    Board(Postings postings, Caller caller, Clock clock) {
        this.postings = postings;
        this.caller = caller;
        this.clock = clock;
    }

    /** Open postings only, in the order and up to the number that is asked for. */
    @Transactional
    public List<Published> list(BoardQuery query) {
        return postings.board(query).stream()
                .map(StoredPosting::posting)
                .map(Published.class::cast)
                .toList();
    }

    /**
     * One posting as it must be judged at this moment. A draft is there for its hiring team alone, as are some of the
     * rules of the others.
     *
     * @throws PostingRefused with {@link Refusal.UnknownPosting}, or {@link Refusal.TakenBack} if it was withdrawn
     */
    @Transactional
    Reading read(PostingId id) {
        var stored = postings.find(id)
                .filter(found -> isVisible(found.posting()))
                .orElseThrow(() -> new PostingRefused(new Refusal.UnknownPosting(id)))
                .asOf(clock.instant());
        if (stored.posting() instanceof Withdrawn withdrawn) {
            throw new PostingRefused(new Refusal.TakenBack(withdrawn));
        }
        return isOfTheTeam(stored.posting()) ? Reading.ofTheTeam(stored) : Reading.ofThePublic(stored);
    }

    private boolean isVisible(Posting posting) {
        return switch (posting) {
            case Draft draft -> isOfTheTeam(draft);
            case Published _ -> true;
        };
    }

    private boolean isOfTheTeam(Posting posting) {
        return (caller.is(Roles.HR) || caller.is(Roles.ADMIN))
                && caller.worksFor(posting.ad().organisation());
    }
}
