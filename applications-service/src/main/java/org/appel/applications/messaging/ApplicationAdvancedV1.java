package org.appel.applications.messaging;

import java.time.Instant;
import java.util.UUID;

import org.appel.messaging.EventType;

/** HR moved an application on. */
@EventType("org.appel.ApplicationAdvanced.v1")
public record ApplicationAdvancedV1(
        UUID applicationId,
        UUID postingId,
        String organisation,
        String previousStage,
        String stage,
        Instant advancedAt) {}
