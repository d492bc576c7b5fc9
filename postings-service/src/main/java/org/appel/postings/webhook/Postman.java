package org.appel.postings.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.virtual.threads.VirtualThreads;
import org.jboss.logging.Logger;

import org.appel.postings.config.PostingsConfig;
import org.appel.postings.config.Site;
import org.appel.postings.model.WebhookAnswer;
import org.appel.postings.storage.ChangesLogged;
import org.appel.postings.storage.DueDelivery;
import org.appel.postings.storage.SecretBox;

/**
 * Sends what is due, in every replica at once: takes messages in a transaction, sends them outside of any, and settles
 * each in another. What a replica had in hand when it died is sent by others when its lease ends.
 */
@ApplicationScoped
class Postman {

    private static final Logger LOG = Logger.getLogger(Postman.class);
    private static final int SECONDS_TO_END = 5;

    private final Mailbag bag;
    private final Destinations destinations;
    private final Courier courier;
    private final Settlement settlement;
    private final Site site;
    private final ObjectMapper json;
    private final Clock clock;
    private final PostingsConfig.Webhooks config;
    private final boolean canSign;
    private final ExecutorService threads;
    private final Semaphore hands;
    private final Semaphore signal = new Semaphore(0);
    private final Thread thread =
            Thread.ofPlatform().name("webhook-postman").daemon().unstarted(this::run);
    private volatile boolean stopping;
    private boolean failing;

    Postman(
            Mailbag bag,
            Destinations destinations,
            Courier courier,
            Settlement settlement,
            Site site,
            ObjectMapper json,
            Clock clock,
            SecretBox box,
            PostingsConfig config,
            @VirtualThreads ExecutorService threads) {
        this.bag = bag;
        this.destinations = destinations;
        this.courier = courier;
        this.settlement = settlement;
        this.site = site;
        this.json = json;
        this.clock = clock;
        this.config = config.webhooks();
        this.canSign = box.isThere();
        this.threads = threads;
        this.hands = new Semaphore(this.config.hands());
    }

    void start(@Observes StartupEvent started) {
        if (canSign) {
            thread.start();
        } else {
            LOG.info("webhooks are off: appel.postings.webhooks.keyset is not set");
        }
    }

    void stop(@Observes ShutdownEvent stoppingNow) throws InterruptedException {
        stopping = true;
        signal.release();
        thread.join(TimeUnit.SECONDS.toMillis(SECONDS_TO_END));
    }

    void changesLogged(@Observes(during = TransactionPhase.AFTER_SUCCESS) ChangesLogged logged) {
        wake();
    }

    @Scheduled(every = "1h", delayed = "10m", identity = "webhook-purge")
    void purge() {
        try {
            LOG.debugf("webhook deliveries purged rows=%d", bag.purge());
        } catch (RuntimeException e) {
            LOG.debug("webhook deliveries could not be purged", e);
        }
    }

    /** Says that there may be something to send; returns at once. */
    void wake() {
        signal.release();
    }

    private void run() {
        try {
            while (!stopping) {
                if (!work()) {
                    signal.tryAcquire(config.every().toMillis(), TimeUnit.MILLISECONDS);
                    signal.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there may be more to do at once. */
    private boolean work() {
        try {
            boolean more = bag.fill();
            int free = hands.availablePermits();
            var due = free == 0 ? List.<DueDelivery>of() : bag.take(free);
            due.forEach(this::handOut);
            if (failing) {
                LOG.info("webhooks are called again");
            }
            failing = false;
            return more || !due.isEmpty();
        } catch (RuntimeException | Error e) {
            // An Error too: without this thread no webhook would be called any more.
            if (!failing && !stopping) {
                LOG.warnf("webhooks wait, nothing is lost reason=%s", e.getMessage());
            }
            LOG.debug("webhooks wait", e);
            failing = true;
            return false;
        }
    }

    private void handOut(DueDelivery delivery) {
        hands.acquireUninterruptibly();
        threads.execute(() -> {
            try {
                settlement.settle(delivery, send(delivery));
            } catch (RuntimeException e) {
                LOG.warnf(
                        "webhook delivery waits for its lease to end deliveryId=%s reason=%s",
                        delivery.id(), e.getMessage());
                LOG.debug("webhook delivery waits", e);
            } finally {
                hands.release();
                wake();
            }
        });
    }

    /** Whatever goes wrong is a failed attempt: what is wrong with one message stops no other. */
    private WebhookAnswer send(DueDelivery delivery) {
        long begun = System.nanoTime();
        try {
            return attempt(delivery, begun);
        } catch (RuntimeException e) {
            LOG.warnf("webhook delivery could not be sent deliveryId=%s reason=%s", delivery.id(), e.getMessage());
            LOG.debug("webhook delivery could not be sent", e);
            return new WebhookAnswer(null, since(begun), null, "it could not be sent: " + Courier.words(e));
        }
    }

    private WebhookAnswer attempt(DueDelivery delivery, long begun) {
        var judged = destinations.judge(delivery.url());
        if (judged.address().isEmpty()) {
            return new WebhookAnswer(null, since(begun), null, "the address " + String.join(", ", judged.objections()));
        }
        var body = body(delivery);
        var now = clock.instant();
        var headers = new LinkedHashMap<String, String>();
        headers.put("webhook-id", delivery.id().toString());
        headers.put("webhook-timestamp", String.valueOf(now.getEpochSecond()));
        headers.put(
                "webhook-signature",
                Signature.of(bag.secrets(delivery), delivery.id().toString(), now, body));
        return courier.carry(
                delivery.url(),
                judged.address().get(),
                headers,
                body,
                config.timeout().minus(since(begun)));
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private byte[] body(DueDelivery delivery) {
        try {
            return json.writeValueAsBytes(Message.of(delivery, site));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Delivery " + delivery.id() + " cannot be written as JSON", e);
        }
    }
}
