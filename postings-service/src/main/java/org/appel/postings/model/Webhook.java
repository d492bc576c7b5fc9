package org.appel.postings.model;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Where a job board wants to be told of changes.
 *
 * @param client the OIDC client that it belongs to
 * @param events what it wants to hear of; empty for everything
 * @param organisations whose postings; empty for everybody's
 * @param place the last entry of the change log that was looked at for it
 * @param disabledAt null while it is active
 * @param disabledReason null while it is active
 * @param failingSince the first failure after the last success; null while all is well
 * @param restingUntil it has asked not to be called before; null when it has not
 */
public record Webhook(
        UUID id,
        String client,
        URI url,
        Set<ChangeKind> events,
        List<String> organisations,
        long place,
        WebhookState state,
        @Nullable Instant disabledAt,
        @Nullable WebhookEnd disabledReason,
        @Nullable Instant failingSince,
        @Nullable Instant restingUntil,
        Instant createdAt) {

    public Webhook {
        events = Set.copyOf(events);
        organisations = List.copyOf(organisations);
    }
}
