package org.appel.postings.changes;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of the change log.
 *
 * @param items in the order of the log
 * @param next where to go on, also when nothing is there yet
 * @param more whether there was more when this was written
 */
@Schema(name = "PostingChangePage", description = "A page of the change log")
record ChangePage(
        List<ChangeView> items,

        @Schema(description = "Where to go on; always there", examples = "/postings/changes?after=17")
        String next,

        @Schema(description = "Whether there was more when this was written: if not, come again later")
        boolean more) {}
