package org.appel.postings.storage;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.appel.postings.model.PostingId;

/**
 * An open posting's place in a list, without what it says.
 *
 * @param revision of the posting; what it says is the same as long as this is
 * @param closesAt null when open until filled
 */
public record BoardItem(
        UUID id,
        long revision,
        Instant publishedAt,
        @Nullable Instant closesAt) {

    public PostingId postingId() {
        return new PostingId(id);
    }
}
