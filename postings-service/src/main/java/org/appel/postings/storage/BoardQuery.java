package org.appel.postings.storage;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Coded;

/**
 * Which open postings the public asks for. A null filter lets everything through.
 *
 * @param text words that must all be found, in any order
 * @param country ISO 3166-1 alpha-2 code of one of the places
 * @param city name of one of the places, accents or none
 * @param language ISO 639-1 code of a language that the work asks for
 * @param minWorkload percent
 * @param contract type of the contract, as written
 * @param after where the page before ended; null for the first page
 * @param limit how many at most
 */
public record BoardQuery(
        @Nullable String text,
        @Nullable String organisation,
        @Nullable String country,
        @Nullable String city,
        @Nullable String language,
        @Nullable Integer minWorkload,
        @Nullable String contract,
        @Nullable Instant closesAfter,
        @Nullable Instant closesBefore,
        @Nullable Instant publishedAfter,
        Sort sort,
        @Nullable Position after,
        int limit) {

    /** In which order. */
    public enum Sort implements Coded {
        NEWEST,
        DEADLINE
    }

    /** @param at value by which the list is sorted; null for a posting without a deadline, which come last */
    public record Position(@Nullable Instant at, UUID id) {}
}
