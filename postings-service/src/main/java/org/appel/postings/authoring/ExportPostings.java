package org.appel.postings.authoring;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Posting;
import org.appel.postings.model.PostingId;
import org.appel.postings.model.PostingRefused;
import org.appel.postings.model.PostingState;
import org.appel.postings.model.Refusal;
import org.appel.postings.storage.OrganisationPostings;
import org.appel.postings.storage.Organisations;
import org.appel.postings.storage.StoredPosting;

/** Gives out all postings of an organisation; never more than a page of them in memory, and no long transaction. */
@ApplicationScoped
public class ExportPostings {

    private static final int PAGE = 50;

    private final OrganisationPostings postings;
    private final Organisations organisations;
    private final HiringTeam team;
    private final Clock clock;

    ExportPostings(OrganisationPostings postings, Organisations organisations, HiringTeam team, Clock clock) {
        this.postings = postings;
        this.organisations = organisations;
        this.team = team;
        this.clock = clock;
    }

    /** @param state null for all */
    record Wanted(String organisation, @Nullable PostingState state) {}

    /** @throws PostingRefused with {@link Refusal.UnknownOrganisation}, also if the caller does not work for it */
    @Transactional
    void require(String organisation) {
        if (!team.isMember(organisation) || organisations.find(organisation).isEmpty()) {
            throw new PostingRefused(new Refusal.UnknownOrganisation(organisation));
        }
    }

    void handle(Wanted wanted, Consumer<Posting> line) {
        PostingId last = null;
        List<StoredPosting> page;
        do {
            var after = last;
            page = QuarkusTransaction.requiringNew()
                    .call(() -> postings.page(wanted.organisation(), wanted.state(), after, PAGE));
            page.forEach(stored -> line.accept(stored.asOf(clock.instant()).posting()));
            last = page.isEmpty() ? null : page.getLast().posting().id();
        } while (page.size() == PAGE);
    }
}
