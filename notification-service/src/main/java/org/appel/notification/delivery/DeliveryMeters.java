package org.appel.notification.delivery;

import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

import org.appel.notification.model.Decision;
import org.appel.notification.model.Dependency;
import org.appel.notification.model.Kind;
import org.appel.notification.storage.SendingRows;
import org.appel.notification.storage.SendingRows.Backlog;

/** What an operator watches: how much waits and for how long, what was sent, what failed and why, and who is away. */
@ApplicationScoped
class DeliveryMeters {

    private static final Logger LOG = Logger.getLogger(DeliveryMeters.class);

    private final SendingRows rows;
    private final MeterRegistry metrics;
    private final AtomicReference<Backlog> latest = new AtomicReference<>(new Backlog(0, 0));

    DeliveryMeters(SendingRows rows, Outages outages, MeterRegistry metrics) {
        this.rows = rows;
        this.metrics = metrics;
        metrics.gauge(
                "appel.notifications.waiting", latest, backlog -> backlog.get().mails());
        metrics.gauge("appel.notifications.oldest.waiting.seconds", latest, backlog -> backlog.get()
                .oldestInSeconds());
        for (Dependency dependency : Dependency.values()) {
            Gauge.builder("appel.notifications.away", outages, o -> o.since(dependency) == null ? 0 : 1)
                    .tag("dependency", dependency.name().toLowerCase(java.util.Locale.ROOT))
                    .register(metrics);
        }
    }

    void count(Kind kind, Decision decision) {
        switch (decision) {
            case Decision.Sent _ -> add("appel.notifications.sent", kind, "none");
            case Decision.TryAgain(var _, var problem, var _, var _) ->
                add("appel.notifications.postponed", kind, problem.value());
            case Decision.Fail(var reason, var _) -> add("appel.notifications.failed", kind, reason.wire());
            case Decision.Suppress(var reason) -> add("appel.notifications.failed", kind, reason.wire());
        }
    }

    Backlog backlog() {
        return latest.get();
    }

    @Scheduled(every = "5s", identity = "delivery-meters", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        try {
            latest.set(QuarkusTransaction.requiringNew().call(rows::backlog));
        } catch (RuntimeException e) {
            LOG.debug("the queue could not be measured", e);
        }
    }

    private void add(String name, Kind kind, String reason) {
        metrics.counter(name, "kind", kind.wire(), "reason", reason).increment();
    }
}
