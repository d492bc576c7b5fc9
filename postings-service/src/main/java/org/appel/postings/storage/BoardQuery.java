package org.appel.postings.storage;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Coded;

/**
 * Which page of the open postings the public asks for.
 *
 * @param after where the page before ended; null for the first page
 * @param limit how many at most
 */
public record BoardQuery(
        Filters filters, Sort sort, @Nullable Position after, int limit) {

    /**
     * What a posting must be like; all of it. Null and the empty set let everything through, of several values one must
     * fit.
     *
     * @param text words that must all be found, in any order
     * @param countries ISO 3166-1 alpha-2 codes of places
     * @param city name of one of the places, accents or none
     * @param languages ISO 639-1 codes of languages that the work asks for
     * @param minWorkload percent
     * @param contracts types of contract, as written
     */
    public record Filters(
            @Nullable String text,
            Set<String> organisations,
            Set<String> countries,
            @Nullable String city,
            Set<String> languages,
            @Nullable Integer minWorkload,
            Set<String> contracts,
            @Nullable Instant closesAfter,
            @Nullable Instant closesBefore,
            @Nullable Instant publishedAfter) {

        public Filters {
            organisations = Set.copyOf(organisations);
            countries = Set.copyOf(countries);
            languages = Set.copyOf(languages);
            contracts = Set.copyOf(contracts);
        }
    }

    /** In which order. */
    public enum Sort implements Coded {
        NEWEST,
        DEADLINE
    }

    /** @param at value by which the list is sorted; null for a posting without a deadline, which come last */
    public record Position(@Nullable Instant at, UUID id) {}
}
