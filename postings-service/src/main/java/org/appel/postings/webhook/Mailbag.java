package org.appel.postings.webhook;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.appel.postings.config.PostingsConfig;
import org.appel.postings.storage.Deliveries;
import org.appel.postings.storage.DueDelivery;
import org.appel.postings.storage.Webhooks;

/** What is to be sent: made from the change log, handed out to one sender at a time. Each method is a transaction. */
@ApplicationScoped
class Mailbag {

    /** Entries of the log that one transaction looks at for one webhook. */
    private static final int STRETCH = 500;

    private final Deliveries deliveries;
    private final Webhooks webhooks;
    private final PostingsConfig.Webhooks config;
    private final Clock clock;

    Mailbag(Deliveries deliveries, Webhooks webhooks, PostingsConfig config, Clock clock) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.config = config.webhooks();
        this.clock = clock;
    }

    /**
     * Makes messages for one webhook that is behind the log.
     *
     * @return whether there was one
     */
    @Transactional
    public boolean fill() {
        return deliveries.fanOut(STRETCH, config.backlog());
    }

    /** Takes up to so many messages that are due; they are given to others if they are not settled in time. */
    @Transactional
    public List<DueDelivery> take(int limit) {
        return deliveries.claim(
                limit, config.concurrency(), config.timeout().multipliedBy(2).plusSeconds(5));
    }

    /** What signs a message to a webhook now. */
    @Transactional
    public List<byte[]> secrets(DueDelivery delivery) {
        return webhooks.secrets(delivery.webhook(), clock.instant());
    }

    /** Forgets messages that ended long ago. */
    @Transactional
    public int purge() {
        return deliveries.purge(config.keep());
    }
}
