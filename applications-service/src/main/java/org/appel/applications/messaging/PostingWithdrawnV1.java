package org.appel.applications.messaging;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.appel.messaging.EventType;

/** A posting was taken back, for good. */
@EventType("org.appel.PostingWithdrawn.v1")
public record PostingWithdrawnV1(
        UUID postingId,
        int version,
        String organisation,
        @Nullable Instant withdrawnAt) implements PostingEventV1 {
    public PostingWithdrawnV1 {
        Objects.requireNonNull(postingId, "postingId");
        Objects.requireNonNull(organisation, "organisation");
    }
}
