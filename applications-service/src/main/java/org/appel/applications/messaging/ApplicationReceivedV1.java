package org.appel.applications.messaging;

import java.time.Instant;
import java.util.UUID;

import org.appel.messaging.EventType;

/**
 * Somebody applied.
 *
 * @param language ISO 639-1, in which the candidate is to be answered
 * @param door {@code api}
 * @param revision 1; higher when the same person applied again
 */
@EventType("org.appel.ApplicationReceived.v1")
public record ApplicationReceivedV1(
        UUID applicationId,
        UUID postingId,
        String organisation,
        String language,
        String door,
        int revision,
        Instant receivedAt) {}
