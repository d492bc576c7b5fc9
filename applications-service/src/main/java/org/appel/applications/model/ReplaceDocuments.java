package org.appel.applications.model;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A candidate sends documents of one kind for an application that stands: they take the place of those of that kind.
 *
 * @param kind as it was sent; it need be none that is taken
 * @param arrivedAt when the request's headers came in, in whole microseconds
 */
public record ReplaceDocuments(
        ApplicationId application, PostingId posting, String kind, List<SentFile> files, Instant arrivedAt) {
    public ReplaceDocuments {
        files = List.copyOf(files);
    }

    /**
     * A file, not yet looked at.
     *
     * @param name as it was sent; null if it had none
     * @param size in bytes
     */
    public record SentFile(@Nullable String name, long size, Content content) {
        @Override
        public String toString() {
            return "SentFile[" + size + " bytes]";
        }
    }

    @Override
    public String toString() {
        return "ReplaceDocuments[" + application + "]";
    }
}
