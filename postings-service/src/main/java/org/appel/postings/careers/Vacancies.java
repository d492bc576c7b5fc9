package org.appel.postings.careers;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.appel.postings.config.PostingsConfig;
import org.appel.postings.model.Organisation;
import org.appel.postings.model.Posting;
import org.appel.postings.model.Posting.Published;
import org.appel.postings.model.PostingId;
import org.appel.postings.storage.OpenBoard;
import org.appel.postings.storage.OpenBoard.Choices;
import org.appel.postings.storage.Organisations;
import org.appel.postings.storage.Postings;
import org.appel.postings.storage.StoredOrganisation;
import org.appel.postings.storage.StoredPosting;

/** All that the pages ask of the storage. Each posting is judged at the moment of asking. */
@ApplicationScoped
public class Vacancies {

    /** Nobody reads a larger number, and counting to it is quick. */
    static final int COUNTED = 1000;

    private final Postings postings;
    private final OpenBoard board;
    private final Organisations organisations;
    private final Clock clock;
    private final int pageSize;

    Vacancies(Postings postings, OpenBoard board, Organisations organisations, Clock clock, PostingsConfig config) {
        this.postings = postings;
        this.board = board;
        this.organisations = organisations;
        this.clock = clock;
        pageSize = config.careers().pageSize();
    }

    /** A posting and who publishes it. */
    record Vacancy(Posting posting, Organisation publisher) {}

    /**
     * A page of the list.
     *
     * @param count of all pages; {@link #COUNTED} and one where there are more than that
     * @param choices what can be filtered by, with the organisations of these ids
     */
    record Found(
            List<Vacancy> shown, boolean more, int count, Choices choices, List<Organisation> publishers, Instant at) {}

    /** @param organisation whose postings alone; null for those that the search says */
    @Transactional
    Found search(Search search, @Nullable String organisation) {
        var now = clock.instant();
        var found = postings.board(search.toQuery(organisation, now, pageSize + 1));
        var choices = board.choices();
        return new Found(
                found.stream()
                        .limit(pageSize)
                        .map(StoredPosting::posting)
                        .map(this::published)
                        .toList(),
                found.size() > pageSize,
                board.count(search.fromTheBeginning().toQuery(organisation, now, COUNTED + 1)),
                choices,
                choices.organisations().stream()
                        .flatMap(id -> organisation(id).stream())
                        .toList(),
                now);
    }

    /** A posting that the public was ever shown. */
    @Transactional
    Optional<Vacancy> find(PostingId id) {
        return findAny(id).filter(vacancy -> vacancy.posting() instanceof Published);
    }

    /** A posting in whatever state, for those who may see drafts. */
    @Transactional
    Optional<Vacancy> findAny(PostingId id) {
        return postings.find(id).map(stored -> published(stored.posting().asOf(clock.instant())));
    }

    @Transactional
    Optional<Organisation> organisation(String id) {
        return organisations.find(id).map(StoredOrganisation::organisation);
    }

    private Vacancy published(Posting posting) {
        return new Vacancy(posting, organisation(posting.ad().organisation()).orElseThrow());
    }
}
