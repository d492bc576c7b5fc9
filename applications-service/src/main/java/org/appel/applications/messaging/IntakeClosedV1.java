package org.appel.applications.messaging;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.appel.messaging.EventType;

/**
 * The intake of one deadline was closed and counted: no application in time can be missing from the numbers.
 *
 * @param applications people whose application stands, erased ones left out
 */
@EventType("org.appel.IntakeClosed.v1")
public record IntakeClosedV1(
        UUID postingId,
        String organisation,
        int deadlineVersion,
        Instant closesAt,
        Instant closedAt,
        long applications,
        CountsV1 counts) {
    /** @param refused number by reason */
    public record CountsV1(
            long arrived, long accepted, long updated, long duplicate, Map<String, Long> refused, long unsorted) {}
}
