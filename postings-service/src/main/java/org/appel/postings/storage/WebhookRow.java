package org.appel.postings.storage;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.jspecify.annotations.Nullable;

import org.appel.postings.model.ChangeKind;
import org.appel.postings.model.Webhook;
import org.appel.postings.model.WebhookEnd;
import org.appel.postings.model.WebhookState;

/** Table {@code webhook}. */
@Entity
@Table(name = "webhook")
class WebhookRow {

    @Id
    UUID id;

    String client;
    String url;
    String[] events;
    String[] organisations;

    @Enumerated(EnumType.STRING)
    WebhookState state;

    @Nullable
    Instant disabledAt;

    @Enumerated(EnumType.STRING)
    @Nullable
    WebhookEnd disabledReason;

    byte[] secret;

    byte @Nullable [] previousSecret;

    @Nullable
    Instant previousUntil;

    long place;

    @Nullable
    Instant failingSince;

    @Nullable
    Instant restingUntil;

    Instant createdAt;

    @Version
    long revision;

    /** For Hibernate only. */
    protected WebhookRow() {}

    static WebhookRow of(Webhook webhook, byte[] sealedSecret) {
        var row = new WebhookRow();
        row.id = webhook.id();
        row.client = webhook.client();
        row.place = webhook.place();
        row.state = WebhookState.ACTIVE;
        row.createdAt = webhook.createdAt();
        row.secret = sealedSecret;
        row.write(webhook);
        return row;
    }

    /** Takes over what its owner decides. */
    void write(Webhook webhook) {
        url = webhook.url().toString();
        events = webhook.events().stream().map(ChangeKind::name).sorted().toArray(String[]::new);
        organisations = webhook.organisations().toArray(String[]::new);
    }

    StoredWebhook toStored() {
        return new StoredWebhook(
                new Webhook(
                        id,
                        client,
                        URI.create(url),
                        Arrays.stream(events).map(ChangeKind::valueOf).collect(Collectors.toUnmodifiableSet()),
                        List.of(organisations),
                        place,
                        state,
                        disabledAt,
                        disabledReason,
                        failingSince,
                        restingUntil,
                        createdAt),
                revision);
    }
}
