package org.appel.applications.messaging;

import java.time.Instant;
import java.util.UUID;

import org.appel.messaging.EventType;

/**
 * A candidate stepped back.
 *
 * @param language ISO 639-1, in which the candidate is written to
 */
@EventType("org.appel.ApplicationWithdrawn.v1")
public record ApplicationWithdrawnV1(
        UUID applicationId, UUID postingId, String organisation, String language, Instant withdrawnAt) {}
