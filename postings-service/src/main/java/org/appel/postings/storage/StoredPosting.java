package org.appel.postings.storage;

import java.time.Instant;

import org.appel.postings.model.Posting;

/**
 * A posting with the number of times that it was written.
 *
 * @param revision rises with each write, also of a draft; what an ETag is made of
 */
public record StoredPosting(Posting posting, long revision) {

    /** As {@link Posting#asOf}, with the revision that it will have once the closing is written. */
    public StoredPosting asOf(Instant now) {
        var judged = posting.asOf(now);
        return judged == posting ? this : new StoredPosting(judged, revision + 1);
    }
}
