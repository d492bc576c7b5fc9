package org.appel.postings.board;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.postings.messaging.AdV1.ContractV1;
import org.appel.postings.messaging.AdV1.LanguageV1;
import org.appel.postings.messaging.AdV1.PlaceV1;
import org.appel.postings.messaging.PayForWorkloadV1;
import org.appel.postings.model.Posting.Published;

/**
 * A posting in a list: the fields that a reader chooses by, and of its texts only the titles.
 *
 * @param closesAt with the offset of the deadline's zone; null when open until filled
 */
@Schema(name = "PostingLine", description = "A posting in a list; of its texts only the titles")
@JsonInclude(JsonInclude.Include.ALWAYS)
record PostingLine(
        UUID id,
        String state,
        int version,
        Instant publishedAt,
        @Nullable OffsetDateTime closesAt,
        @Nullable String reference,
        String organisation,
        @Nullable String originalLanguage,
        Map<String, Title> texts,
        @Nullable Integer workloadPercent,
        List<PlaceV1> places,
        @Nullable ContractV1 contract,
        @Nullable String grade,
        List<LanguageV1> languages,
        @Nullable PayForWorkloadV1 payForThisWorkload) {

    /** The title in one language. */
    @Schema(name = "PostingTitle")
    record Title(String title) {}

    PostingLine withoutTexts() {
        return new PostingLine(
                id,
                state,
                version,
                publishedAt,
                closesAt,
                reference,
                organisation,
                originalLanguage,
                Map.of(),
                workloadPercent,
                places,
                contract,
                grade,
                languages,
                payForThisWorkload);
    }

    static PostingLine of(Published posting) {
        var ad = posting.ad();
        var publication = posting.publication();
        var titles = new LinkedHashMap<String, Title>();
        ad.texts().forEach((language, text) -> titles.put(language, new Title(text.title())));
        var workload = ad.workload();
        return new PostingLine(
                posting.id().value(),
                posting.state().code(),
                publication.version(),
                publication.publishedAt(),
                posting.closesAt().map(ad::there).orElse(null),
                ad.reference(),
                ad.organisation(),
                ad.originalLanguage(),
                titles,
                workload == null ? null : workload.percent(),
                ad.places().stream().map(PlaceV1::of).toList(),
                ContractV1.of(ad.contract()),
                ad.grade(),
                ad.languages().stream().map(LanguageV1::of).toList(),
                PayForWorkloadV1.of(ad));
    }
}
