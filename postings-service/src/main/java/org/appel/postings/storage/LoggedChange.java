package org.appel.postings.storage;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.appel.postings.model.ChangeKind;
import org.appel.postings.model.JobAd;
import org.appel.postings.model.PostingId;
import org.appel.postings.model.PostingState;

/**
 * One entry of the change log, with what the posting said after it.
 *
 * @param seq its place in the log: 1 for the first, without a gap
 * @param at when it happened, by the posting's own account; entries of different postings may differ from the order of
 *     the log by the length of a transaction
 * @param version of the posting
 * @param publishedAt when the posting was opened first
 * @param closesAt first instant at which applications are no longer taken, as of this version; null when open until
 *     filled
 * @param reason why it was withdrawn; null unless it was
 * @param ad what the posting said in this version
 * @param before what it said in the version before; null for the first one, and for a closing, which changes no word
 * @param lastVersion that the posting has now
 * @param stateNow that it is in now
 */
public record LoggedChange(
        long seq,
        Instant at,
        ChangeKind kind,
        PostingId posting,
        String organisation,
        int version,
        Instant publishedAt,
        @Nullable Instant closesAt,
        @Nullable String reason,
        JobAd ad,
        @Nullable JobAd before,
        int lastVersion,
        PostingState stateNow) {

    /** Whether a later version says something else, or has taken the posting back. */
    public boolean isReplaced() {
        return lastVersion > version;
    }
}
