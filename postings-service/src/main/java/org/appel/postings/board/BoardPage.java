package org.appel.postings.board;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The shape of a page of postings, for the API's description. */
@Schema(name = "PostingPage")
record BoardPage(
        List<PostingLine> items,

        @Schema(description = "Address of the next page; null on the last") @Nullable
        String next) {}
