package org.appel.postings.changes;

import java.util.List;

/**
 * A stretch of the change log as it was read.
 *
 * @param items in the order of the log
 * @param after where the reader begins
 * @param last where the next reading begins: nothing up to it is missing in {@code items}
 * @param more whether more follows: then this stretch never changes
 */
record Stretch(List<ChangeView> items, long after, long last, boolean more) {

    Stretch {
        items = List.copyOf(items);
    }

    /** A name for just these items. */
    String tag() {
        return after + "-" + last + (more ? "-more" : "");
    }
}
