package org.appel.applications.storage;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.logging.Logger;

import org.appel.applications.config.DocumentsConfig;
import org.appel.messaging.Trouble;

/** Keeps the stores outside the database as the rows say, and shows what still waits. */
@ApplicationScoped
class StoreUpkeep {
    private static final Logger LOG = Logger.getLogger(StoreUpkeep.class);

    private final DocumentStores stores;
    private final ContentRemovals removals;
    private final OrphanSweep orphans;
    private final DocumentsConfig config;
    private final Clock clock;
    private final AtomicReference<ContentRemovals.Waiting> waiting =
            new AtomicReference<>(new ContentRemovals.Waiting(0, 0));

    StoreUpkeep(
            DocumentStores stores,
            ContentRemovals removals,
            OrphanSweep orphans,
            DocumentsConfig config,
            Clock clock,
            MeterRegistry metrics) {
        this.stores = stores;
        this.removals = removals;
        this.orphans = orphans;
        this.config = config;
        this.clock = clock;
        metrics.gauge("appel.documents.removals.waiting", waiting, w -> w.get().number());
        metrics.gauge(
                "appel.documents.removals.oldest.seconds", waiting, w -> w.get().oldestInSeconds());
    }

    @Scheduled(every = "2s", identity = "content-removals", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void remove() {
        try {
            stores.outside().forEach(removals::carryOut);
            waiting.set(removals.waiting());
        } catch (RuntimeException e) {
            waitOut("content removals wait, nothing is lost reason=%s", e);
        }
    }

    @Scheduled(
            every = "1h",
            delayed = "5m",
            identity = "orphan-sweep",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sweep() {
        if (!config.sweep()) {
            return;
        }
        for (var store : stores.outside()) {
            try {
                orphans.sweep(store, clock.instant().minus(config.orphanAge()));
            } catch (IOException e) {
                LOG.warnf("orphans not swept store=%s reason=%s", store.name(), e);
            } catch (RuntimeException e) {
                waitOut("orphans not swept reason=%s", e);
            }
        }
    }

    private static void waitOut(String line, RuntimeException e) {
        if (Trouble.of(e) != Trouble.PASSING) {
            throw e;
        }
        LOG.warnf(line, e.getMessage());
    }
}
