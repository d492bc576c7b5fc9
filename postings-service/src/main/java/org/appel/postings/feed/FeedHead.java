package org.appel.postings.feed;

import java.net.URI;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a feed says of itself.
 *
 * @param id its permanent name
 * @param self its address, with the page that this is
 * @param home the list for people
 * @param next the page after this; null on the last
 * @param whole whether this page holds everything there is
 * @param language that was asked for; null when each entry has its own
 * @param updated when anything in it was changed last
 */
record FeedHead(
        String title,
        URI id,
        URI self,
        URI home,
        @Nullable URI next,
        boolean whole,
        @Nullable String language,
        Instant updated) {}
