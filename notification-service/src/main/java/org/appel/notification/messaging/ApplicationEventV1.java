package org.appel.notification.messaging;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.appel.messaging.EventType;

/** The events of topic {@code applications} that are read here; none of them holds personal data. */
public sealed interface ApplicationEventV1 {

    /**
     * A person has applied, or has applied again.
     *
     * @param unanswered a code, if no acknowledgement is owed
     */
    @EventType("org.appel.ApplicationReceived.v1")
    record ApplicationReceivedV1(
            UUID applicationId,
            UUID postingId,
            String organisation,
            String language,
            String door,
            int revision,
            Instant receivedAt,
            @Nullable String unanswered)
            implements ApplicationEventV1 {}

    /** An application has moved on in the selection; nobody is told by mail of that. */
    @EventType("org.appel.ApplicationAdvanced.v1")
    record ApplicationAdvancedV1(UUID applicationId) implements ApplicationEventV1 {}

    /** The personal data of an application can no longer be read by anybody. */
    @EventType("org.appel.ApplicationErased.v1")
    record ApplicationErasedV1(UUID applicationId) implements ApplicationEventV1 {}

    /** Nothing that arrived in time can still come in; the counts are exact. */
    @EventType("org.appel.IntakeClosed.v1")
    record IntakeClosedV1(UUID postingId, String organisation, Instant closesAt, int applications, CountsV1 counts)
            implements ApplicationEventV1 {}

    /** What became of all that arrived. */
    record CountsV1(
            int arrived, int accepted, int updated, int duplicate, Map<String, Integer> refused, int unsorted) {}
}
