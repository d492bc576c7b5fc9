package org.appel.postings.messaging;

import java.time.Instant;
import java.util.UUID;

import org.appel.messaging.EventType;
import org.appel.postings.model.DeadlinePassed;

/**
 * The deadline of an open posting has passed and the posting is closed; told once for each version of the deadline.
 *
 * @param closesAt the first instant after the deadline
 * @param closedAt when it was closed; after an outage long after {@code closesAt}
 */
@EventType("org.appel.DeadlinePassed.v1")
public record DeadlinePassedV1(
        UUID postingId, int version, String organisation, int deadlineVersion, Instant closesAt, Instant closedAt) {

    public static DeadlinePassedV1 of(DeadlinePassed passed) {
        return new DeadlinePassedV1(
                passed.postingId().value(),
                passed.version(),
                passed.organisation(),
                passed.deadlineVersion(),
                passed.closesAt(),
                passed.closedAt());
    }
}
