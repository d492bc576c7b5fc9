package org.appel.applications.messaging;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.appel.messaging.EventType;

/**
 * Somebody applied.
 *
 * @param language ISO 639-1, in which the candidate is to be answered
 * @param door {@code api} or {@code mail}
 * @param revision 1; higher when the same person applied again
 * @param unanswered a code, such as {@code answered-today}, if no acknowledgement is owed; left out of the event if one is
 */
@EventType("org.appel.ApplicationReceived.v1")
public record ApplicationReceivedV1(
        UUID applicationId,
        UUID postingId,
        String organisation,
        String language,
        String door,
        int revision,
        Instant receivedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String unanswered) {}
