package org.appel.postings.storage;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.appel.postings.model.PostingId;
import org.appel.postings.model.ReliefWebSettings;
import org.appel.postings.model.ReliefWebState;

/**
 * A posting that is on ReliefWeb, or is to be.
 *
 * @param settingsVersion rises with each write of its team
 * @param listed false when its team has taken it off
 * @param url the address of which its name there is made; it stays
 * @param acceptedHash of the document that was accepted last; null for none
 * @param maybeThere whether something was sent of which no answer is known
 * @param document the JSON that was accepted last, or, while none was, sent last; null for none
 * @param attempts how many in a row have failed
 * @param lastStatus of ReliefWeb's last answer; null when it has not answered
 * @param lastAnswer its words, or what kept it from answering
 */
public record ReliefWebListing(
        PostingId posting,
        ReliefWebSettings settings,
        int settingsVersion,
        boolean listed,
        String url,
        ReliefWebState state,
        @Nullable String acceptedHash,
        boolean maybeThere,
        @Nullable String document,
        int attempts,
        Instant nextAttemptAt,
        @Nullable Integer lastStatus,
        @Nullable String lastAnswer,
        @Nullable Instant lastSentAt) {

    /** Whether ReliefWeb has it, or may have it: then it must be closed there. */
    public boolean mayBeThere() {
        return acceptedHash != null || maybeThere;
    }
}
