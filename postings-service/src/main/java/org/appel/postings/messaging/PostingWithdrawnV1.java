package org.appel.postings.messaging;

import java.time.Instant;
import java.util.UUID;

import org.appel.messaging.EventType;
import org.appel.postings.model.Posting;

/**
 * A posting was taken back; applications are no longer taken.
 *
 * @param reason HR's words for the public
 */
@EventType("org.appel.PostingWithdrawn.v1")
public record PostingWithdrawnV1(UUID postingId, int version, String organisation, String reason, Instant withdrawnAt) {

    public static PostingWithdrawnV1 of(Posting.Withdrawn withdrawn) {
        return new PostingWithdrawnV1(
                withdrawn.id().value(),
                withdrawn.publication().version(),
                withdrawn.ad().organisation(),
                withdrawn.reason(),
                withdrawn.withdrawnAt());
    }
}
