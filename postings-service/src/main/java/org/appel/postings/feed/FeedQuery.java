package org.appel.postings.feed;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.appel.postings.storage.FeedPosition;

/**
 * Which feed somebody wants.
 *
 * @param organisation whose postings; null for everybody's
 * @param language that was asked for by the address; null for none
 * @param languages in which the reader wants entries, the most wanted first; entries without them are in their original
 *     one
 * @param after the last entry of the page before; null for the first page
 */
record FeedQuery(
        @Nullable String organisation,
        @Nullable String language,
        List<String> languages,
        @Nullable FeedPosition after) {

    FeedQuery {
        languages = List.copyOf(languages);
    }

    @Nullable
    Set<String> organisations() {
        return organisation == null ? null : Set.of(organisation);
    }
}
