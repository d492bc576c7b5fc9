package org.appel.applications.messaging;

import java.time.Instant;
import java.util.UUID;

import org.appel.messaging.EventType;

/** An application and everything personal in it was destroyed. */
@EventType("org.appel.ApplicationErased.v1")
public record ApplicationErasedV1(UUID applicationId, UUID postingId, String organisation, Instant erasedAt) {}
