package org.appel.postings.reliefweb;

import java.util.concurrent.atomic.AtomicReference;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;

import org.appel.postings.storage.ReliefWebListings.Backlog;

/** What an operator watches: what ReliefWeb should have and has not, and what it does not want. */
@ApplicationScoped
class ReliefWebGauges {

    private final AtomicReference<Backlog> latest = new AtomicReference<>(new Backlog(0, 0, 0));

    ReliefWebGauges(MeterRegistry metrics) {
        metrics.gauge(
                "appel.reliefweb.waiting", latest, backlog -> backlog.get().waiting());
        metrics.gauge(
                "appel.reliefweb.incomplete", latest, backlog -> backlog.get().incomplete());
        metrics.gauge(
                "appel.reliefweb.refused", latest, backlog -> backlog.get().refused());
    }

    void show(Backlog backlog) {
        latest.set(backlog);
    }
}
