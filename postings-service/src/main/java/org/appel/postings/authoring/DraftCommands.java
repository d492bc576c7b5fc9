package org.appel.postings.authoring;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;

import org.appel.postings.model.Posting;
import org.appel.postings.model.Posting.Draft;
import org.appel.postings.model.Posting.Withdrawn;
import org.appel.postings.model.PostingId;
import org.appel.postings.model.PostingRefused;
import org.appel.postings.model.Refusal;
import org.appel.postings.storage.Postings;
import org.appel.postings.storage.StoredPosting;

/** What comes before a publication: that a second person approves, and when it is to be. */
@ApplicationScoped
public class DraftCommands {

    private static final Logger LOG = Logger.getLogger(DraftCommands.class);

    private final PostingCommands commands;
    private final Postings postings;
    private final Confirmed confirmed;
    private final HiringTeam team;

    DraftCommands(PostingCommands commands, Postings postings, Confirmed confirmed, HiringTeam team) {
        this.commands = commands;
        this.postings = postings;
        this.confirmed = confirmed;
        this.team = team;
    }

    /**
     * Says that a draft may be published as it is. Said again, it changes nothing.
     *
     * @throws PostingRefused with {@link Refusal.OwnWriting} if the caller wrote it, or if it is no draft
     */
    @Transactional
    public StoredPosting approve(PostingId id, IfMatch seen) {
        var now = commands.now();
        var stored = seen(id, seen, now);
        var draft = draft(stored);
        return saved(stored, draft.approve(team.caller(), now, commands.terms(draft)), "approved");
    }

    /**
     * Takes the approval of a draft back, whoever gave it.
     *
     * @throws PostingRefused if it is no draft
     */
    @Transactional
    public StoredPosting disapprove(PostingId id, IfMatch seen) {
        var now = commands.now();
        var stored = seen(id, seen, now);
        var draft = draft(stored);
        return saved(stored, draft.disapprove(now, commands.terms(draft)), "disapproved");
    }

    /**
     * Lets a draft be published at a moment to come, or at another than was said before.
     *
     * @param confirm as for {@link PostingCommands#rewrite}
     * @throws PostingRefused with everything that would keep it from being published then, or if it is no draft
     */
    @Transactional
    public StoredPosting schedule(PostingId id, IfMatch seen, Instant at, List<String> confirm) {
        var now = commands.now();
        var stored = seen(id, seen, now);
        var draft = draft(stored);
        confirmed.add(id, draft.ad(), confirm, now);
        var then = at.truncatedTo(ChronoUnit.MICROS);
        return saved(stored, draft.schedule(then, team.caller(), now, commands.terms(draft)), "scheduled");
    }

    private StoredPosting seen(PostingId id, IfMatch seen, Instant now) {
        var stored = commands.locked(id, now);
        seen.require(stored.revision());
        return stored;
    }

    private StoredPosting saved(StoredPosting before, Draft after, String what) {
        if (after.equals(before.posting())) {
            return before;
        }
        LOG.infof("posting %s postingId=%s", what, after.id());
        return postings.save(after, commands.publisher(after));
    }

    private static Draft draft(StoredPosting stored) {
        return switch (stored.posting()) {
            case Draft draft -> draft;
            case Withdrawn withdrawn -> throw new PostingRefused(new Refusal.TakenBack(withdrawn));
            case Posting other -> throw new PostingRefused(new Refusal.NotADraft(other.id(), other.state()));
        };
    }
}
