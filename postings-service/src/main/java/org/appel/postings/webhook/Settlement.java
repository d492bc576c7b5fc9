package org.appel.postings.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ThreadLocalRandom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;

import org.appel.postings.config.PostingsConfig;
import org.appel.postings.messaging.PostingEventWriter;
import org.appel.postings.messaging.WebhookDisabledV1;
import org.appel.postings.model.DeliveryState;
import org.appel.postings.model.WebhookAnswer;
import org.appel.postings.model.WebhookAnswer.Verdict;
import org.appel.postings.model.WebhookEnd;
import org.appel.postings.model.WebhookState;
import org.appel.postings.storage.Deliveries;
import org.appel.postings.storage.DueDelivery;
import org.appel.postings.storage.Webhooks;

/** Writes down what came of an attempt, and decides what comes next. */
@ApplicationScoped
class Settlement {

    private static final Logger LOG = Logger.getLogger(Settlement.class);

    /** Share of a delay by which it is made longer at random, so that not everything comes back at once. */
    private static final double JITTER = 0.2;

    private final Deliveries deliveries;
    private final Webhooks webhooks;
    private final PostingEventWriter events;
    private final PostingsConfig.Webhooks config;
    private final Clock clock;

    Settlement(
            Deliveries deliveries, Webhooks webhooks, PostingEventWriter events, PostingsConfig config, Clock clock) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.events = events;
        this.config = config.webhooks();
        this.clock = clock;
    }

    /** First of all the webhook is locked, then its message: in this order they are removed, too. */
    @Transactional
    public void settle(DueDelivery delivery, WebhookAnswer answer) {
        var current = webhooks.hold(delivery.webhook());
        if (current.isEmpty()) {
            return;
        }
        deliveries.note(delivery, answer);
        if (answer.verdict() == Verdict.DELIVERED) {
            deliveries.end(delivery, DeliveryState.DELIVERED);
        }
        if (!current.get().equals(delivery.url())) {
            // What the address before answers says nothing of the one that there is now.
            deliveries.postpone(delivery, Duration.ZERO);
            return;
        }
        switch (answer.verdict()) {
            case DELIVERED -> webhooks.succeeded(delivery.webhook());
            case GONE -> {
                keep(delivery, Duration.ZERO);
                disable(delivery, WebhookEnd.GONE);
            }
            case OVERLOADED -> later(delivery, rest(answer));
            case FAILED -> later(delivery, Duration.ZERO);
        }
    }

    /** A message whose last attempt has failed ends the webhook, not itself: its owner is told, and nothing is missed. */
    private void later(DueDelivery delivery, Duration rest) {
        var now = clock.instant();
        boolean isLast = delivery.tries() >= config.schedule().size();
        if (isLast) {
            keep(delivery, rest);
        } else {
            var delay = withJitter(config.schedule().get(delivery.tries()));
            deliveries.postpone(delivery, delay.compareTo(rest) > 0 ? delay : rest);
        }
        var since = webhooks.failed(delivery.webhook(), now, rest.isPositive() ? now.plus(rest) : null);
        if (isLast && delivery.change() != null
                || !since.plus(config.disableAfter()).isAfter(now)) {
            disable(delivery, WebhookEnd.FAILING);
        }
    }

    /** Until the webhook is called again; a test is only of the moment. */
    private void keep(DueDelivery delivery, Duration delay) {
        if (delivery.change() == null) {
            deliveries.end(delivery, DeliveryState.FAILED);
        } else {
            deliveries.postpone(delivery, delay);
        }
    }

    private void disable(DueDelivery delivery, WebhookEnd reason) {
        webhooks.lock(delivery.webhook())
                .filter(stored -> stored.webhook().state() == WebhookState.ACTIVE)
                .ifPresent(stored -> {
                    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    webhooks.disable(delivery.webhook(), reason, now);
                    events.webhookDisabled(WebhookDisabledV1.of(
                            delivery.webhook(), reason, stored.webhook().failingSince(), now));
                    LOG.warnf(
                            "webhook disabled webhookId=%s client=%s reason=%s",
                            delivery.webhook(), stored.webhook().client(), reason.code());
                });
    }

    /** What was asked for, within bounds: nobody silences a webhook for years. */
    private Duration rest(WebhookAnswer answer) {
        var asked = answer.comeAgain();
        if (asked == null || asked.compareTo(config.rest()) < 0) {
            return config.rest();
        }
        return asked.compareTo(config.longestRest()) > 0 ? config.longestRest() : asked;
    }

    private static Duration withJitter(Duration delay) {
        return delay.plusMillis(
                (long) (delay.toMillis() * JITTER * ThreadLocalRandom.current().nextDouble()));
    }
}
