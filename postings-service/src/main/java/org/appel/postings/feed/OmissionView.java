package org.appel.postings.feed;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A posting that a board's feed does not have.
 *
 * @param missing what keeps it out, by element of the board's format
 */
@Schema(name = "Omission", description = "A posting that a board's feed does not have, and why")
record OmissionView(
        UUID posting, String organisation, @Nullable String reference, String title, List<Missing> missing) {

    /** @param element of the board's format */
    @Schema(name = "MissingElement")
    record Missing(String element, String detail) {}

    static OmissionView of(FeedEntry entry, List<Omission> omissions) {
        return new OmissionView(
                entry.posting().id().value(),
                entry.publisher().id(),
                entry.ad().reference(),
                entry.title(),
                omissions.stream()
                        .map(each -> new Missing(each.element(), each.detail()))
                        .toList());
    }
}
