package org.appel.postings.feed;

import java.io.IOException;

/** Writes one feed in one format, from its head over its entries to its end. */
interface FeedWriter {

    void begin(FeedHead head) throws IOException;

    /** Leaves out an entry that cannot be given in this format. */
    void entry(FeedEntry entry) throws IOException;

    void end() throws IOException;
}
