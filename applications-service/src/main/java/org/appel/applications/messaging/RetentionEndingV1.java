package org.appel.applications.messaging;

import java.time.LocalDate;
import java.util.UUID;

import org.appel.messaging.EventType;

/**
 * The time for which an application is kept is about to end, and its candidate is to be told.
 *
 * @param language ISO 639-1, in which the candidate is written to
 * @param erasedOn in the organisation's time zone
 */
@EventType("org.appel.RetentionEnding.v1")
public record RetentionEndingV1(
        UUID applicationId, UUID postingId, String organisation, String language, LocalDate erasedOn) {}
