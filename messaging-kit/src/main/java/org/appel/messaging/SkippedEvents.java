package org.appel.messaging;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import org.jboss.logging.Logger;

/** Counts the events whose type a reader does not know: they are left alone, so that a sender may be newer. */
@ApplicationScoped
public class SkippedEvents {

    private static final Logger LOG = Logger.getLogger(SkippedEvents.class);

    private final MeterRegistry metrics;

    SkippedEvents(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** Adds one to metric {@code appel.events.skipped} of this topic. */
    public void count(String topic, String type) {
        LOG.debugf("event skipped, its type is unknown topic=%s type=%s", topic, type);
        metrics.counter("appel.events.skipped", "topic", topic).increment();
    }
}
