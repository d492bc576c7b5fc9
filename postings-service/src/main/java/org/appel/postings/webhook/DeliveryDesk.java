package org.appel.postings.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jspecify.annotations.Nullable;

import org.appel.postings.config.PostingsConfig;
import org.appel.postings.model.PostingRefused;
import org.appel.postings.model.Refusal;
import org.appel.postings.storage.Deliveries;
import org.appel.postings.storage.LoggedDelivery;
import org.appel.postings.storage.Redelivery;
import org.appel.service.Ids;

/** What owners do with the messages to their webhooks. */
@ApplicationScoped
class DeliveryDesk {

    private final WebhookDesk webhooks;
    private final Deliveries deliveries;
    private final Postman postman;
    private final int most;

    DeliveryDesk(WebhookDesk webhooks, Deliveries deliveries, Postman postman, PostingsConfig config) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.postman = postman;
        this.most = config.webhooks().redelivery();
    }

    /**
     * Newest first, before one of them.
     *
     * @throws PostingRefused with {@link Refusal.UnknownWebhook}
     */
    @Transactional
    public List<LoggedDelivery> list(UUID webhook, @Nullable Instant before, @Nullable UUID beforeId, int limit) {
        webhooks.get(webhook);
        return deliveries.log(webhook, before, beforeId, limit);
    }

    /** Makes a message that only tells that the webhook works. */
    @Transactional
    public UUID test(UUID webhook) {
        webhooks.get(webhook);
        var id = deliveries.test(webhook, Ids.next());
        postman.wake();
        return id;
    }

    /**
     * Sends a message again, with its id.
     *
     * @throws PostingRefused with {@link Refusal.UnknownWebhook} or {@link Refusal.UnknownDelivery}
     */
    @Transactional
    public void again(UUID webhook, UUID id) {
        webhooks.locked(webhook);
        deliveries.find(webhook, id).orElseThrow(() -> new PostingRefused(new Refusal.UnknownDelivery(id)));
        deliveries.again(webhook, id);
        postman.wake();
    }

    /**
     * Tells a part of the log again.
     *
     * @return how many messages
     * @throws PostingRefused with {@link Refusal.UnknownWebhook} or {@link Refusal.TooMuchAgain}
     */
    @Transactional
    public int again(UUID webhook, Redelivery range) {
        webhooks.locked(webhook);
        if (deliveries.count(webhook, range, most + 1) > most) {
            throw new PostingRefused(new Refusal.TooMuchAgain(most));
        }
        int messages = deliveries.again(webhook, range);
        postman.wake();
        return messages;
    }
}
