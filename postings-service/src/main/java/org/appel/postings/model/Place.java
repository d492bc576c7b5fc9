package org.appel.postings.model;

import org.jspecify.annotations.Nullable;

/**
 * A duty station.
 *
 * @param city as the notice names it
 * @param country ISO 3166-1 alpha-2
 */
public record Place(
        @Nullable String city,
        @Nullable String country,
        @Nullable Arrangement arrangement) {

    /** Where the work is done. */
    public enum Arrangement implements Coded {
        ON_SITE,
        HYBRID,
        REMOTE
    }
}
