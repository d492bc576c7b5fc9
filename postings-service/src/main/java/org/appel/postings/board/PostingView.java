package org.appel.postings.board;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.postings.messaging.AdV1;
import org.appel.postings.messaging.PayForWorkloadV1;
import org.appel.postings.model.Posting;
import org.appel.postings.model.Posting.Published;

/**
 * One posting with its whole text.
 *
 * @param version 1 at publication; 0 for a draft, which only its hiring team sees
 * @param closesAt first instant at which applications are no longer taken, with the offset of the deadline's zone; null
 *     when open until filled
 */
@Schema(name = "Posting", description = "One posting with its whole text")
@JsonInclude(JsonInclude.Include.ALWAYS)
record PostingView(
        UUID id,
        String state,
        int version,
        @Nullable Instant publishedAt,
        @Nullable OffsetDateTime closesAt,
        @JsonUnwrapped AdV1 ad,
        @Nullable PayForWorkloadV1 payForThisWorkload) {

    /** The whole of it, for its hiring team. */
    static PostingView of(Posting posting) {
        return of(posting, AdV1.of(posting.ad()));
    }

    /** Without what only its hiring team may know. */
    static PostingView forThePublic(Posting posting) {
        return of(posting, AdV1.forThePublic(posting.ad()));
    }

    /** The same posting with only one of its texts. */
    PostingView in(String language) {
        return new PostingView(id, state, version, publishedAt, closesAt, ad.in(language), payForThisWorkload);
    }

    private static PostingView of(Posting posting, AdV1 ad) {
        var publication = posting instanceof Published published ? published.publication() : null;
        return new PostingView(
                posting.id().value(),
                posting.state().code(),
                publication == null ? 0 : publication.version(),
                publication == null ? null : publication.publishedAt(),
                posting.closesAt().map(posting.ad()::there).orElse(null),
                ad,
                PayForWorkloadV1.of(posting.ad()));
    }
}
