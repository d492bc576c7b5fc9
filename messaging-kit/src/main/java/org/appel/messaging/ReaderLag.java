package org.appel.messaging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How many events each topic holds that this service has not processed: metric {@code appel.reader.lag}.
 *
 * <p>It asks the broker for the committed offsets, so that it also rises when this service's own reader has stopped.
 */
@ApplicationScoped
class ReaderLag {

    private static final Logger LOG = Logger.getLogger(ReaderLag.class);
    private static final long PATIENCE_IN_SECONDS = 3;

    private final MeterRegistry metrics;
    private final Map<String, Object> settings;
    private final String group;
    private final List<String> topics;
    private final Map<String, Double> lags = new ConcurrentHashMap<>();
    private @Nullable Admin admin;

    ReaderLag(
            MeterRegistry metrics,
            @Any @Identifier("default-kafka-broker") Instance<Map<String, Object>> kafka,
            @ConfigProperty(name = "quarkus.application.name") String group,
            @Any Instance<EventHandler> handlers) {
        this.metrics = metrics;
        this.group = group;
        this.topics = handlers.stream().map(EventHandler::topic).toList();
        this.settings = new HashMap<>();
        if (kafka.isResolvable()) {
            kafka.get().forEach((name, value) -> {
                if (AdminClientConfig.configNames().contains(name)) {
                    settings.put(name, value);
                }
            });
        }
    }

    @Scheduled(every = "5s", identity = "reader-lag", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        if (topics.isEmpty()) {
            return;
        }
        try {
            topics.forEach(topic -> lags.computeIfAbsent(topic, this::register));
            lagPerTopic().forEach(lags::put);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.debug("lag could not be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (admin != null) {
            admin.close(java.time.Duration.ZERO);
        }
    }

    private Double register(String topic) {
        metrics.gauge(
                "appel.reader.lag", io.micrometer.core.instrument.Tags.of("topic", topic), lags, l -> l.get(topic));
        return 0.0;
    }

    private Map<String, Double> lagPerTopic() throws ExecutionException, InterruptedException, TimeoutException {
        var open = open();
        var partitions =
                open.describeTopics(topics).allTopicNames().get(PATIENCE_IN_SECONDS, TimeUnit.SECONDS).values().stream()
                        .flatMap(topic ->
                                topic.partitions().stream().map(p -> new TopicPartition(topic.name(), p.partition())))
                        .toList();
        var ends = open.listOffsets(partitions.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest())))
                .all()
                .get(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
        var begins = open.listOffsets(partitions.stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.earliest())))
                .all()
                .get(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
        var committed = open.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
        return partitions.stream().collect(Collectors.groupingBy(TopicPartition::topic, Collectors.summingDouble(p -> {
            var done = committed.get(p);
            long from = begins.get(p).offset();
            return ends.get(p).offset() - (done == null ? from : Math.max(from, done.offset()));
        })));
    }

    private Admin open() {
        if (admin == null) {
            admin = Admin.create(settings);
        }
        return admin;
    }
}
