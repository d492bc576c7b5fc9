package org.appel.postings.authoring;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Posting.Draft;
import org.appel.postings.model.PostingId;
import org.appel.postings.model.PostingRefused;
import org.appel.postings.model.Refusal;
import org.appel.postings.storage.Confirmations;
import org.appel.postings.storage.Confirmations.Confirmation;
import org.appel.postings.storage.DraftQuery;
import org.appel.postings.storage.PostingVersion;
import org.appel.postings.storage.Postings;
import org.appel.postings.storage.StoredPosting;

/** What only the hiring team may read. */
@ApplicationScoped
public class PostingQueries {

    private final Postings postings;
    private final Confirmations confirmations;
    private final HiringTeam team;

    PostingQueries(Postings postings, Confirmations confirmations, HiringTeam team) {
        this.postings = postings;
        this.confirmations = confirmations;
        this.team = team;
    }

    /** The drafts of the caller's organisations, newest first, after {@code before}. */
    @Transactional
    public List<StoredPosting> drafts(@Nullable UUID before, int limit) {
        return postings.drafts(new DraftQuery(team.isMemberOfAll(), team.organisations(), before, limit));
    }

    /** @throws PostingRefused with {@link Refusal.UnknownPosting}, also for what is no draft any more */
    @Transactional
    public StoredPosting draft(PostingId id) {
        return mine(id).filter(found -> found.posting() instanceof Draft)
                .orElseThrow(() -> new PostingRefused(new Refusal.UnknownPosting(id)));
    }

    /** @throws PostingRefused with {@link Refusal.UnknownPosting} */
    @Transactional
    public List<Confirmation> confirmations(PostingId id) {
        requireMine(id);
        return confirmations.of(id);
    }

    /** @throws PostingRefused with {@link Refusal.UnknownPosting} */
    @Transactional
    public List<PostingVersion> versions(PostingId id) {
        requireMine(id);
        return postings.versions(id);
    }

    /** @throws PostingRefused with {@link Refusal.UnknownPosting} or {@link Refusal.UnknownVersion} */
    @Transactional
    public PostingVersion version(PostingId id, int version) {
        requireMine(id);
        return postings.version(id, version)
                .orElseThrow(() -> new PostingRefused(new Refusal.UnknownVersion(id, version)));
    }

    private void requireMine(PostingId id) {
        if (mine(id).isEmpty()) {
            throw new PostingRefused(new Refusal.UnknownPosting(id));
        }
    }

    private Optional<StoredPosting> mine(PostingId id) {
        return postings.find(id)
                .filter(found -> team.isMember(found.posting().ad().organisation()));
    }
}
