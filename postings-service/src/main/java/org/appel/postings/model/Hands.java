package org.appel.postings.model;

import org.jspecify.annotations.Nullable;

/**
 * Through whose hands a version went: the subjects of their tokens. Only the hiring team sees it.
 *
 * @param writtenBy null where that is not known
 * @param approvedBy null where nobody was asked
 * @param publishedBy who made it public, or said when it was to be; null for versions from before this was kept
 */
public record Hands(
        @Nullable String writtenBy,
        @Nullable String approvedBy,
        @Nullable String publishedBy) {

    /** Of something that one person wrote and made public at once. */
    public static Hands of(String person) {
        return new Hands(person, null, person);
    }
}
