package org.appel.applications.messaging;

import com.fasterxml.jackson.annotation.JsonCreator;

import org.appel.messaging.EventType;

/** A published posting was changed, got a later deadline or was reopened; its version is higher than before. */
@EventType("org.appel.PostingAmended.v1")
public record PostingAmendedV1(PostingStateV1 state) implements PostingEventV1 {
    /** What changed is told beside the state, and not needed here. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PostingAmendedV1 {}
}
