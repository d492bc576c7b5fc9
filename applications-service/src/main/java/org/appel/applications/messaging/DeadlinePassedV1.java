package org.appel.applications.messaging;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import org.appel.messaging.EventType;

/** A deadline has passed; told once for each deadline version. */
@EventType("org.appel.DeadlinePassed.v1")
public record DeadlinePassedV1(UUID postingId, String organisation, int deadlineVersion, Instant closesAt)
        implements PostingEventV1 {
    public DeadlinePassedV1 {
        Objects.requireNonNull(postingId, "postingId");
        Objects.requireNonNull(organisation, "organisation");
        Objects.requireNonNull(closesAt, "closesAt");
        if (deadlineVersion < 1) {
            throw new IllegalArgumentException("deadlineVersion is below 1");
        }
    }
}
