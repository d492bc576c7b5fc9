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
import org.appel.postings.model.PostingId;
import org.appel.postings.storage.PostingVersion;

/**
 * What a posting said in one version.
 *
 * @param id of the posting
 * @param change publication, amendment, deadline-extended, reopened or withdrawal
 * @param closesAt with the offset of the deadline's zone
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
        @Nullable PayForWorkloadV1 payForThisWorkload) {

    static VersionView of(PostingId id, PostingVersion version) {
        return new VersionView(
                id.value(),
                version.version(),
                version.change().code(),
                version.changedAt(),
                version.deadlineVersion(),
                version.closesAtThere(),
                AdV1.of(version.ad()),
                PayForWorkloadV1.of(version.ad()));
    }
}
