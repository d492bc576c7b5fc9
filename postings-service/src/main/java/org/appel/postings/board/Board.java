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

    /** Those of the postings that are open, in no order. */
    @Transactional
    List<StoredPosting> open(List<PostingId> ids) {
        return postings.open(ids);
    }

    /**
     * One posting as it must be judged at this moment. A draft is there for its hiring team alone, as are some of the
     * rules of the others. The team reads every language, whatever it asks for: a browser names languages by itself, and
     * what it sends back would be without the others.
     *
     * @throws PostingRefused with {@link Refusal.UnknownPosting}, or {@link Refusal.TakenBack} if it was withdrawn
     */
    @Transactional
    Reading read(PostingId id, LanguageChoice choice) {
        var stored = postings.find(id)
                .filter(found -> isVisible(found.posting()))
                .orElseThrow(() -> new PostingRefused(new Refusal.UnknownPosting(id)));
        var judged = stored.asOf(clock.instant());
        if (judged.posting() instanceof Withdrawn withdrawn) {
            throw new PostingRefused(new Refusal.TakenBack(withdrawn));
        }
        var changedAt = judged == stored
                ? postings.changedAt(id).orElseGet(clock::instant)
                : stored.posting().closesAt().orElseGet(clock::instant);
        return isOfTheTeam(judged.posting())
                ? Reading.ofTheTeam(judged, changedAt)
                : Reading.ofThePublic(judged, changedAt, choice);
    }

    /** Whether the caller recruits for somebody, and reads in order to write. */
    boolean isOfATeam() {
        return caller.is(Roles.HR) || caller.is(Roles.ADMIN);
    }

    private boolean isVisible(Posting posting) {
        return switch (posting) {
            case Draft draft -> isOfTheTeam(draft);
            case Published _ -> true;
        };
    }

    private boolean isOfTheTeam(Posting posting) {
        return isOfATeam() && caller.worksFor(posting.ad().organisation());
    }
}
