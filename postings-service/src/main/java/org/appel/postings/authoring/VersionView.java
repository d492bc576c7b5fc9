package org.appel.postings.authoring;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.postings.messaging.AdV1;
import org.appel.postings.messaging.PayForWorkloadV1;
import org.appel.postings.model.PostingId;
import org.appel.postings.storage.Confirmations.Confirmation;
import org.appel.postings.storage.PostingVersion;

/**
 * What a posting said in one version.
 *
 * @param id of the posting
 * @param change publication, amendment, deadline-extended, reopened or withdrawal
 * @param closesAt with the offset of the deadline's zone
 * @param writtenBy subjects of tokens, as are those after it: everybody who wrote in it since it was approved last; empty
 *     where it is not known
 * @param approvedBy null where nobody was asked
 * @param confirmedDisagreements of language versions, until then, that somebody has found to be none
 */
@Schema(name = "PostingVersion", description = "What a posting said in one version")
@JsonInclude(JsonInclude.Include.ALWAYS)
record VersionView(
        UUID id,
        int version,
        String change,
        Instant changedAt,
        int deadlineVersion,
        @Nullable OffsetDateTime closesAt,
        @JsonUnwrapped AdV1 ad,
        @Nullable PayForWorkloadV1 payForThisWorkload,
        List<String> writtenBy,
        @Nullable String approvedBy,
        @Nullable String publishedBy,
        List<ConfirmedView> confirmedDisagreements) {

    /** @param by subject of the token of who found it to be none */
    @Schema(name = "ConfirmedDisagreement")
    record ConfirmedView(String pointer, String detail, String by, Instant at) {
        static ConfirmedView of(Confirmation confirmation) {
            return new ConfirmedView(
                    confirmation.disagreement().pointer(),
                    confirmation.disagreement().detail(),
                    confirmation.by(),
                    confirmation.at());
        }
    }

    static VersionView of(PostingId id, PostingVersion version, List<Confirmation> confirmations) {
        return new VersionView(
                id.value(),
                version.version(),
                version.change().code(),
                version.changedAt(),
                version.deadlineVersion(),
                version.closesAtThere(),
                AdV1.of(version.ad()),
                PayForWorkloadV1.of(version.ad()),
                version.hands().writtenBy(),
                version.hands().approvedBy(),
                version.hands().publishedBy(),
                confirmations.stream()
                        .filter(each -> !each.at().isAfter(version.changedAt()))
                        .map(ConfirmedView::of)
                        .toList());
    }
}
