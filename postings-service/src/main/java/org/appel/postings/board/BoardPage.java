package org.appel.postings.board;

import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The shape of a page of postings, for the API's description. */
@Schema(name = "PostingPage")
record BoardPage(
        List<PostingLine> items,

        @Schema(description = "Address of the next page; null on the last") @Nullable
        String next,

        @Schema(description = "How many postings there are on all pages; only where facets are asked for") @Nullable
        Long total,

        @Schema(
                description = "By each facet that is asked for the values that there are, most frequent first, 100 at"
                        + " most; its own filter is left aside")
        @Nullable
        Map<String, List<Count>> facets) {

    /** How many postings have a value. */
    @Schema(name = "FacetCount")
    record Count(String value, long count) {}
}
