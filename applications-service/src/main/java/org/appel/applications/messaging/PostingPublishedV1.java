package org.appel.applications.messaging;

import com.fasterxml.jackson.annotation.JsonCreator;

import org.appel.messaging.EventType;

/** A posting is open. */
@EventType("org.appel.PostingPublished.v1")
public record PostingPublishedV1(PostingStateV1 state) implements PostingEventV1 {
    /** The state is the whole of the event. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PostingPublishedV1 {}
}
