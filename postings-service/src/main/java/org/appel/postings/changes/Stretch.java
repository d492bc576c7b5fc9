package org.appel.postings.changes;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A stretch of the change log as it was read.
 *
 * @param items in the order of the log
 * @param after where the reader begins
 * @param last where the next reading begins: nothing up to it is missing in {@code items}
 * @param more whether more follows: then this stretch gets no more items, but loses texts that are replaced
 */
record Stretch(List<ChangeView> items, long after, long last, boolean more) {

    Stretch {
        items = List.copyOf(items);
    }

    /** A name for just these items: where they begin and end, and which of them were replaced by what. */
    String tag() {
        var replaced = items.stream()
                .map(ChangeView::replaced)
                .map(by -> by == null ? "" : by.version() + by.state())
                .collect(Collectors.joining(","));
        return after + "-" + last + (more ? "-more-" : "-")
                + UUID.nameUUIDFromBytes(replaced.getBytes(StandardCharsets.US_ASCII));
    }
}
