package org.appel.postings.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.postings.model.ChangeKind;
import org.appel.postings.model.Webhook;

/**
 * A webhook as its owner sees it.
 *
 * @param place the last entry of the change log that was looked at for it
 * @param secret shown once: when it is made, and when it is replaced
 */
@Schema(name = "Webhook")
@JsonInclude(JsonInclude.Include.ALWAYS)
record WebhookView(
        UUID id,
        URI url,
        List<String> events,
        List<String> organisations,
        String state,
        @Nullable Instant disabledAt,
        @Nullable String disabledReason,
        @Nullable Instant failingSince,
        @Nullable Instant restingUntil,
        long place,
        Instant createdAt,

        @Schema(
                description = "Shown once: when the webhook is made, and when its secret is replaced",
                examples = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String secret) {

    static WebhookView of(Webhook webhook) {
        return of(webhook, null);
    }

    static WebhookView of(Webhook webhook, @Nullable String secret) {
        var reason = webhook.disabledReason();
        return new WebhookView(
                webhook.id(),
                webhook.url(),
                webhook.events().stream()
                        .map(ChangeKind::code)
                        .map("posting."::concat)
                        .sorted()
                        .toList(),
                webhook.organisations(),
                webhook.state().code(),
                webhook.disabledAt(),
                reason == null ? null : reason.code(),
                webhook.failingSince(),
                webhook.restingUntil(),
                webhook.place(),
                webhook.createdAt(),
                secret);
    }

    @Override
    public String toString() {
        return "WebhookView[" + id + "]";
    }
}
