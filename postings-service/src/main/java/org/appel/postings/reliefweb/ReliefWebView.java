package org.appel.postings.reliefweb;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.postings.model.ReliefWebState;
import org.appel.postings.storage.ReliefWebListing;

/**
 * How far a posting is on ReliefWeb.
 *
 * @param state waiting, incomplete, queued, processed, refused, closed; not-listed when nobody has wanted it there
 * @param uuid its name there
 * @param missing what keeps it from being sent, by field of the document
 * @param document as it would be sent now; null while something is missing
 * @param lastStatus HTTP status of ReliefWeb's last answer
 * @param lastAnswer its words, or what kept it from answering
 * @param nextAttemptAt when it is sent again, if it has to be
 */
@Schema(name = "PostingOnReliefWeb", description = "How far a posting is on ReliefWeb")
@JsonInclude(JsonInclude.Include.ALWAYS)
record ReliefWebView(
        UUID posting,
        String state,
        boolean listed,
        String url,
        UUID uuid,
        @Nullable ReliefWebBody settings,
        List<MissingField> missing,
        @Nullable Map<String, Object> document,
        int attempts,
        @Nullable Integer lastStatus,
        @Nullable String lastAnswer,
        @Nullable Instant lastSentAt,
        @Nullable Instant nextAttemptAt) {

    /** @param field of the document */
    @Schema(name = "MissingOnReliefWeb")
    record MissingField(String field, String detail) {}

    static ReliefWebView of(ReliefWebDesk.Standing standing) {
        var listing = standing.listing();
        var document = standing.made().document();
        return new ReliefWebView(
                standing.posting().value(),
                listing.map(ReliefWebListing::state).map(ReliefWebState::code).orElse("not-listed"),
                listing.map(ReliefWebListing::listed).orElse(false),
                standing.url(),
                JobDocument.uuid(standing.url()),
                listing.map(ReliefWebListing::settings).map(ReliefWebBody::of).orElse(null),
                standing.made().missing().stream()
                        .map(each -> new MissingField(each.field(), each.detail()))
                        .toList(),
                document == null ? null : document.fields(),
                listing.map(ReliefWebListing::attempts).orElse(0),
                listing.map(ReliefWebListing::lastStatus).orElse(null),
                listing.map(ReliefWebListing::lastAnswer).orElse(null),
                listing.map(ReliefWebListing::lastSentAt).orElse(null),
                listing.filter(each -> each.state() == ReliefWebState.WAITING)
                        .map(ReliefWebListing::nextAttemptAt)
                        .orElse(null));
    }
}
