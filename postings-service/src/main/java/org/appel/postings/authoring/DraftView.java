package org.appel.postings.authoring;

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
 * A posting as its hiring team sees it, in whatever state.
 *
 * @param version 0 for a draft
 * @param closesAt with the offset of the deadline's zone
 */
@Schema(name = "Draft", description = "A posting as its hiring team sees it, in whatever state")
@JsonInclude(JsonInclude.Include.ALWAYS)
record DraftView(
        UUID id,
        String state,
        int version,
        @Nullable Instant publishedAt,
        @Nullable OffsetDateTime closesAt,
        @JsonUnwrapped AdV1 ad,
        @Nullable PayForWorkloadV1 payForThisWorkload) {

    static DraftView of(Posting posting) {
        var publication = posting instanceof Published published ? published.publication() : null;
        return new DraftView(
                posting.id().value(),
                posting.state().code(),
                publication == null ? 0 : publication.version(),
                publication == null ? null : publication.publishedAt(),
                posting.closesAt().map(posting.ad()::there).orElse(null),
                AdV1.of(posting.ad()),
                PayForWorkloadV1.of(posting.ad()));
    }
}
