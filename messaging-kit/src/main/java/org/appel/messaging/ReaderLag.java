package org.appel.messaging;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * How many events each topic holds that this service has not processed: metric {@code appel.reader.lag}.
 *
 * <p>It asks the broker for the committed offsets, so that it also rises when this service's own reader has stopped.
 */
@ApplicationScoped
class ReaderLag {

    private static final Logger LOG = Logger.getLogger(ReaderLag.class);

    private final MeterRegistry metrics;
    private final ReaderProgress progress;
    private final List<String> topics;
    private final Map<String, Double> lags = new ConcurrentHashMap<>();

    ReaderLag(MeterRegistry metrics, ReaderProgress progress, @Any Instance<EventHandler> handlers) {
        this.metrics = metrics;
        this.progress = progress;
        this.topics = handlers.stream().map(EventHandler::topic).toList();
    }

    @Scheduled(every = "5s", identity = "reader-lag", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        if (topics.isEmpty()) {
            return;
        }
        try {
            topics.forEach(topic -> lags.computeIfAbsent(topic, this::register));
            progress.lagPerTopic(topics).forEach(lags::put);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.debug("lag could not be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Double register(String topic) {
        metrics.gauge(
                "appel.reader.lag", io.micrometer.core.instrument.Tags.of("topic", topic), lags, l -> l.get(topic));
        return 0.0;
    }
}
