package org.appel.postings.careers;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.appel.postings.config.PostingsConfig;
import org.appel.postings.model.Organisation;
import org.appel.postings.model.Posting;
import org.appel.postings.model.Posting.Published;
import org.appel.postings.model.PostingId;
import org.appel.postings.storage.BoardItem;
import org.appel.postings.storage.BoardLists;
import org.appel.postings.storage.Facet;
import org.appel.postings.storage.FacetCounts;
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
    private final BoardLists lists;
    private final Organisations organisations;
    private final Clock clock;
    private final int pageSize;

    Vacancies(Postings postings, BoardLists lists, Organisations organisations, Clock clock, PostingsConfig config) {
        this.postings = postings;
        this.lists = lists;
        this.organisations = organisations;
        this.clock = clock;
        pageSize = config.careers().pageSize();
    }

    /** A posting and who publishes it. */
    record Vacancy(Posting posting, Organisation publisher) {}

    /**
     * Values by which at least one open posting is found, the most frequent first.
     *
     * @param organisations ids
     * @param countries ISO 3166-1 alpha-2
     * @param contracts types, as written
     * @param languages ISO 639-1
     */
    record Choices(List<String> organisations, List<String> countries, List<String> contracts, List<String> languages) {

        static Choices of(FacetCounts counts) {
            return new Choices(
                    values(counts, Facet.ORGANISATION),
                    values(counts, Facet.COUNTRY),
                    values(counts, Facet.CONTRACT),
                    values(counts, Facet.LANGUAGE));
        }

        private static List<String> values(FacetCounts counts, Facet facet) {
            return counts.counts().getOrDefault(facet, List.of()).stream()
                    .map(FacetCounts.Count::value)
                    .toList();
        }
    }

    /**
     * A page of the list.
     *
     * @param count of all pages; {@link #COUNTED} and one where there are more than that
     * @param choices what can be filtered by
     * @param publishers the organisations that can be chosen or are
     */
    record Found(
            List<Vacancy> shown, boolean more, int count, Choices choices, List<Organisation> publishers, Instant at) {}

    /** A page of everybody's postings. */
    @Transactional
    Found search(Search search) {
        return search(search, null, EnumSet.allOf(Facet.class));
    }

    /**
     * A page of one organisation's postings.
     *
     * @param bare whether nothing can be chosen on it
     */
    @Transactional
    Found searchOf(Organisation organisation, Search search, boolean bare) {
        var shown = bare ? EnumSet.noneOf(Facet.class) : EnumSet.complementOf(EnumSet.of(Facet.ORGANISATION));
        return search(search, organisation, shown);
    }

    private Found search(Search search, @Nullable Organisation only, Set<Facet> facets) {
        var now = clock.instant();
        var query = search.toQuery(only == null ? null : only.id(), now, pageSize + 1);
        var found = lists.page(query);
        var counts = lists.facets(query.filters(), facets);
        var choices = Choices.of(counts);
        var shown =
                read(found.stream().limit(pageSize).map(BoardItem::postingId).toList());
        var nameable = Stream.concat(
                        choices.organisations().stream(),
                        Stream.of(search.value(Search.ORGANISATION)).filter(id -> !id.isEmpty()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var publishers = only == null ? publishers(nameable, shown) : Map.of(only.id(), only);
        return new Found(
                shown.stream()
                        .map(posting -> new Vacancy(posting, publisher(posting, publishers)))
                        .toList(),
                found.size() > pageSize,
                (int) Math.min(counts.total(), COUNTED + 1L),
                choices,
                nameable.stream().map(publishers::get).filter(Objects::nonNull).toList(),
                now);
    }

    /** In the order of the list. One that was closed or withdrawn since the list was read is left out. */
    private List<Posting> read(List<PostingId> ids) {
        var open = postings.open(ids).stream()
                .map(StoredPosting::posting)
                .collect(Collectors.toMap(Posting::id, Function.identity()));
        return ids.stream().map(open::get).filter(Objects::nonNull).toList();
    }

    /** Those and the publishers of what is shown, by their ids. */
    private Map<String, Organisation> publishers(Set<String> nameable, List<Posting> shown) {
        var ids = Stream.concat(nameable.stream(), shown.stream().map(posting -> posting.ad()
                        .organisation()))
                .collect(Collectors.toSet());
        return organisations.findAll(ids).stream()
                .map(StoredOrganisation::organisation)
                .collect(Collectors.toMap(Organisation::id, Function.identity()));
    }

    private static Organisation publisher(Posting posting, Map<String, Organisation> publishers) {
        return Objects.requireNonNull(publishers.get(posting.ad().organisation()));
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
