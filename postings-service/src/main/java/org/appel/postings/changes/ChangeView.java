package org.appel.postings.changes;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One entry of the change log.
 *
 * @param seq its place in the log, without a gap
 * @param kind published, amended, extended, reopened, closed or withdrawn
 * @param state of the posting afterwards: open, closed or withdrawn
 * @param id of the posting
 * @param version of the posting
 * @param changed JSON Pointers into {@code posting} to what differs from the version before; empty for a publication
 * @param posting what the public is shown after the change
 */
@Schema(name = "PostingChange", description = "One entry of the change log")
record ChangeView(
        @Schema(description = "Its place in the log; 1 for the first, without a gap", examples = "17")
        long seq,

        Instant at,

        @Schema(
                enumeration = {"published", "amended", "extended", "reopened", "closed", "withdrawn"},
                examples = "amended")
        String kind,

        @Schema(
                enumeration = {"open", "closed", "withdrawn"},
                examples = "open")
        String state,

        UUID id,
        int version,
        String organisation,

        @Schema(
                description = "JSON Pointers into `posting` to what differs from the version before; empty for a"
                        + " publication, a closing and a withdrawal",
                examples = "[\"/texts/fr/title\"]")
        List<String> changed,

        PublicState posting) {}
