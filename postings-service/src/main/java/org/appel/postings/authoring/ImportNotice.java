package org.appel.postings.authoring;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.appel.postings.authoring.ImportLineView.Status;
import org.appel.postings.model.JobAd;
import org.appel.postings.model.Posting;
import org.appel.postings.model.Posting.Draft;
import org.appel.postings.model.PostingId;
import org.appel.postings.model.PostingRefused;
import org.appel.postings.model.Refusal;
import org.appel.postings.storage.OrganisationPostings;
import org.appel.postings.storage.Postings;
import org.appel.postings.storage.StoredPosting;

/**
 * Takes in one notice of many, in a transaction of its own, so that it is made once however often it comes: a notice is
 * known by its reference, one without by what it says.
 */
@ApplicationScoped
public class ImportNotice {

    private final PostingCommands commands;
    private final Postings postings;
    private final OrganisationPostings known;
    private final HiringTeam team;
    private final TransactionSynchronizationRegistry transaction;

    ImportNotice(
            PostingCommands commands,
            Postings postings,
            OrganisationPostings known,
            HiringTeam team,
            TransactionSynchronizationRegistry transaction) {
        this.transaction = transaction;
        this.commands = commands;
        this.postings = postings;
        this.known = known;
        this.team = team;
    }

    /**
     * What was done, or would be.
     *
     * @param stored null for what would be created
     */
    record Outcome(Status status, @Nullable StoredPosting stored) {

        @Nullable
        UUID id() {
            return stored == null ? null : stored.posting().id().value();
        }
    }

    /**
     * Adds a draft, rewrites one, or leaves what says the very same.
     *
     * @param rewrites whether a draft that bears the notice's reference is rewritten
     * @throws PostingRefused if the caller does not work for the organisation, it is unknown, or the reference is taken by
     *     a posting that is not to be rewritten, or is no draft any more
     */
    @Transactional
    Outcome handle(JobAd ad, boolean rewrites) {
        team.requireMember(ad.organisation());
        var same = find(ad);
        if (same.isEmpty()) {
            return new Outcome(Status.CREATED, commands.draft(ad));
        }
        var stored = same.get();
        if (stored.posting().ad().equals(ad)) {
            return new Outcome(Status.UNCHANGED, stored);
        }
        return new Outcome(Status.UPDATED, rewritten(stored, ad, rewrites));
    }

    /** As {@link #handle}, and undoes it. */
    @Transactional
    Outcome check(JobAd ad, boolean rewrites) {
        var outcome = handle(ad, rewrites);
        transaction.setRollbackOnly();
        return outcome;
    }

    private Optional<StoredPosting> find(JobAd ad) {
        var reference = ad.reference();
        var id = reference == null ? known.withoutReference(ad) : known.withReference(ad.organisation(), reference);
        return id.flatMap(this::locked);
    }

    private Optional<StoredPosting> locked(PostingId id) {
        return postings.lock(id);
    }

    private StoredPosting rewritten(StoredPosting stored, JobAd ad, boolean rewrites) {
        return switch (stored.posting()) {
            case Draft draft when rewrites -> commands.rewritten(stored, draft, ad);
            case Draft _ ->
                throw new PostingRefused(new Refusal.ReferenceTaken(ad.organisation(), String.valueOf(ad.reference())));
            case Posting other -> throw new PostingRefused(new Refusal.NotADraft(other.id(), other.state()));
        };
    }
}
