package org.appel.applications.messaging;

import java.time.Instant;
import java.util.UUID;

import org.appel.messaging.EventType;

/**
 * Somebody asked for a new link to a candidate's own view; it goes to the candidate's address and nowhere else.
 *
 * @param language ISO 639-1, in which the candidate is written to
 */
@EventType("org.appel.LinkRequested.v1")
public record LinkRequestedV1(
        UUID applicationId, UUID postingId, String organisation, String language, Instant requestedAt) {}
