package org.appel.postings.storage;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How many open postings there are of each kind.
 *
 * @param total that fit all filters
 * @param counts by facet, the most frequent value first; each facet leaves its own filter aside
 * @param until when the next of the counted postings closes; null if none does
 */
public record FacetCounts(
        long total,
        Map<Facet, List<Count>> counts,
        @Nullable Instant until) {

    /** @param count of the postings that have the value */
    public record Count(String value, long count) {}
}
