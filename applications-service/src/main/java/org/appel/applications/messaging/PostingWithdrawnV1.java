package org.appel.applications.messaging;

import java.util.Objects;
import java.util.UUID;

import org.appel.messaging.EventType;

/** A posting was taken back, for good. */
@EventType("org.appel.PostingWithdrawn.v1")
public record PostingWithdrawnV1(UUID postingId, int version, String organisation) implements PostingEventV1 {
    public PostingWithdrawnV1 {
        Objects.requireNonNull(postingId, "postingId");
        Objects.requireNonNull(organisation, "organisation");
    }
}
