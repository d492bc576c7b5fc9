package org.appel.postings.messaging;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import org.appel.messaging.EventType;
import org.appel.postings.model.Change;
import org.appel.postings.model.Posting;

/**
 * A published posting has changed; the full state of the new version.
 *
 * @param change {@code amendment}, {@code deadline-extended} or {@code reopened}
 */
@EventType("org.appel.PostingAmended.v1")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PostingAmendedV1(@JsonUnwrapped PostingPublishedV1 state, String change, Instant amendedAt) {

    public static PostingAmendedV1 of(Posting.Open open, String organisationName, Change change, Instant amendedAt) {
        return new PostingAmendedV1(PostingPublishedV1.of(open, organisationName), change.code(), amendedAt);
    }
}
