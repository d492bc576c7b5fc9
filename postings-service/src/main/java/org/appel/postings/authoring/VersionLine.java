package org.appel.postings.authoring;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.postings.storage.PostingVersion;

/**
 * One version of a posting in the list of them.
 *
 * @param writtenBy the subject of a token, as are those after it; null where it is not known
 * @param approvedBy null where nobody was asked
 */
@Schema(name = "PostingVersionLine", description = "One version in the list of them")
@JsonInclude(JsonInclude.Include.ALWAYS)
record VersionLine(
        int version,
        String change,
        Instant changedAt,
        int deadlineVersion,
        @Nullable OffsetDateTime closesAt,
        List<String> writtenBy,
        @Nullable String approvedBy,
        @Nullable String publishedBy) {

    static VersionLine of(PostingVersion version) {
        return new VersionLine(
                version.version(),
                version.change().code(),
                version.changedAt(),
                version.deadlineVersion(),
                version.closesAtThere(),
                version.hands().writtenBy(),
                version.hands().approvedBy(),
                version.hands().publishedBy());
    }
}
