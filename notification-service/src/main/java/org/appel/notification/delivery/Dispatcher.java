package org.appel.notification.delivery;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.appel.notification.config.DeliveryConfig;
import org.appel.notification.model.Attempt;
import org.appel.notification.model.Outcome;

/**
 * Keeps this process's senders busy: claims what is due, as many as there are hands free, and gives each to a thread. Any
 * number of processes do the same on one queue.
 */
@ApplicationScoped
public class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    private final Settlement settlement;
    private final Sender sender;
    private final Outages outages;
    private final Doorbell bell;
    private final DeliveryConfig settings;
    private final Hands hands;
    private final Pace pace;
    private volatile boolean running;
    private @Nullable Thread loop;

    Dispatcher(Settlement settlement, Sender sender, Outages outages, Doorbell bell, DeliveryConfig settings) {
        this.settlement = settlement;
        this.sender = sender;
        this.outages = outages;
        this.bell = bell;
        this.settings = settings;
        this.hands = new Hands(settings.concurrency(), settings.slowAfter());
        this.pace = new Pace(settings.perSecond());
    }

    void onStart(@Observes StartupEvent started) {
        if (settings.enabled()) {
            start();
        }
    }

    void onStop(@Observes ShutdownEvent stopping) throws InterruptedException {
        stop(settings.shutdown());
    }

    void start() {
        running = true;
        loop = Thread.ofPlatform().daemon().name("mail-dispatcher").start(this::run);
        LOG.infof("mails are sent concurrency=%d per-second=%d", settings.concurrency(), settings.perSecond());
    }

    /** Takes no new mail in hand, and lets those in hand finish for this long before it breaks them off. */
    void stop(Duration most) throws InterruptedException {
        var ends = System.nanoTime() + most.toNanos();
        running = false;
        bell.ring();
        if (loop != null) {
            loop.join(most);
        }
        hands.stop(Duration.ofNanos(ends - System.nanoTime()));
    }

    private void run() {
        try {
            while (running) {
                if (dispatch() == 0) {
                    bell.await(settings.poll());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int dispatch() throws InterruptedException {
        int free = hands.take();
        List<Attempt> claimed = List.of();
        try {
            claimed = claim(Math.min(free, pace.atOnce()));
        } finally {
            hands.giveBack(free - claimed.size());
        }
        for (var attempt : claimed) {
            pace.await();
            handOver(attempt);
        }
        return claimed.size();
    }

    private void handOver(Attempt attempt) {
        try {
            hands.work(() -> handle(attempt));
        } catch (RuntimeException | Error e) {
            // An Error too, if no thread can be started: without this one no mail would be sent any more.
            LOG.warnf(
                    "mail stays in hand until its lease ends notification=%s reason=%s",
                    attempt.mail().id(), e.getMessage());
        }
    }

    private List<Attempt> claim(int most) {
        var kinds = outages.sendable();
        if (kinds.isEmpty() || !running) {
            return List.of();
        }
        try {
            return settlement.claim(kinds, most, settings.lease());
        } catch (RuntimeException | Error e) {
            // An Error too: without this thread no mail would be sent any more.
            LOG.debug("the queue could not be read, and is read again", e);
            return List.of();
        }
    }

    private void handle(Attempt attempt) {
        try {
            if (sender.attempt(attempt) instanceof Outcome.Crowded) {
                // The mails of a domain that is slow, tried again and again, must not keep the others waiting.
                pace.giveBack();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warnf(
                    "mail stays in hand until its lease ends notification=%s",
                    attempt.mail().id());
        }
    }
}
