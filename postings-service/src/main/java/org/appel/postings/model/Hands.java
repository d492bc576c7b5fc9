package org.appel.postings.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Through whose hands a version went: the subjects of their tokens. Only the hiring team sees it.
 *
 * @param writtenBy everybody who wrote in it since it was approved last; empty where that is not known
 * @param approvedBy null where nobody was asked
 * @param publishedBy who made it public, or said when it was to be; null for versions from before this was kept
 */
public record Hands(
        List<String> writtenBy,
        @Nullable String approvedBy,
        @Nullable String publishedBy) {

    public Hands {
        writtenBy = List.copyOf(writtenBy);
    }

    /** Of something that one person wrote and made public at once. */
    public static Hands of(String person) {
        return new Hands(List.of(person), null, person);
    }
}
