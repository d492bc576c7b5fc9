package org.appel.postings.changes;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the change log.
 *
 * @param seq its place in the log, without a gap
 * @param kind published, amended, extended, reopened, closed or withdrawn
 * @param state of the posting afterwards: open, closed or withdrawn
 * @param id of the posting
 * @param version of the posting
 * @param changed JSON Pointers into {@code posting} to what differs from the version before; empty for a publication
 * @param replaced by what, if there is a later version of the posting; null while this is the last one
 * @param posting what the public is shown after the change; null once a later version has replaced it, so that no text is
 *     read here that was amended or withdrawn
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

        @Schema(description = "Only once a later version has replaced this one: its entry follows, apply that instead")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Replaced replaced,

        @Schema(description = "What everybody is shown after the change; left out once a later version has replaced it")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        PublicState posting) {

    /**
     * By what an entry was replaced.
     *
     * @param version that the posting has now
     * @param state that it is in now
     */
    @Schema(name = "PostingReplaced", description = "The version and the state that the posting has now")
    record Replaced(
            int version,

            @Schema(
                    enumeration = {"open", "closed", "withdrawn"},
                    examples = "withdrawn")
            String state) {}

    /** This entry once another is there: without its text if that is of a later version. */
    ChangeView before(ChangeView newer) {
        return newer.version() <= version
                ? this
                : new ChangeView(
                        seq,
                        at,
                        kind,
                        state,
                        id,
                        version,
                        organisation,
                        changed,
                        new Replaced(newer.version(), newer.state()),
                        null);
    }
}
