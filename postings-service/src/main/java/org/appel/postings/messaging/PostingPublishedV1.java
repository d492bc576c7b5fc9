package org.appel.postings.messaging;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

import org.appel.messaging.EventType;
import org.appel.postings.model.Posting;

/**
 * A posting was opened to applicants; the full state.
 *
 * @param organisationName as it signs
 * @param closesAt first instant at which applications are no longer taken; null when open until filled
 */
@EventType("org.appel.PostingPublished.v1")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PostingPublishedV1(
        UUID postingId,
        int version,
        int deadlineVersion,
        String organisationName,
        @JsonUnwrapped AdV1 ad,
        @Nullable PayForWorkloadV1 payForThisWorkload,
        @Nullable Instant closesAt,
        Instant publishedAt) {

    public static PostingPublishedV1 of(Posting.Open open, String organisationName) {
        var publication = open.publication();
        return new PostingPublishedV1(
                open.id().value(),
                publication.version(),
                publication.deadlineVersion(),
                organisationName,
                AdV1.of(open.ad()),
                PayForWorkloadV1.of(open.ad()),
                publication.closesAt(),
                publication.publishedAt());
    }
}
