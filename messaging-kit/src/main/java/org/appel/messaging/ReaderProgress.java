package org.appel.messaging;

import java.util.Collection;
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

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** How far this service has processed topics, by the committed offsets of its group. */
@ApplicationScoped
public class ReaderProgress {

    private static final Logger LOG = Logger.getLogger(ReaderProgress.class);
    private static final long PATIENCE_IN_SECONDS = 3;

    private final Map<String, Object> settings;
    private final String group;
    private final Map<String, Map<TopicPartition, Long>> firstEnds = new ConcurrentHashMap<>();
    private @Nullable Admin admin;

    ReaderProgress(
            @Any @Identifier("default-kafka-broker") Instance<Map<String, Object>> kafka,
            @ConfigProperty(name = "quarkus.application.name") String group) {
        this.group = group;
        this.settings = new HashMap<>();
        if (kafka.isResolvable()) {
            kafka.get().forEach((name, value) -> {
                if (AdminClientConfig.configNames().contains(name)) {
                    settings.put(name, value);
                }
            });
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        close();
    }

    private synchronized void close() {
        if (admin != null) {
            admin.close(java.time.Duration.ZERO);
        }
    }

    /**
     * Whether everything has been processed that the topic held when this was asked for the first time; false while the
     * broker does not say. It may take some seconds to learn it.
     */
    public boolean hasReadUp(String topic) {
        try {
            var ends = firstEnds.get(topic);
            if (ends == null) {
                ends = ends(partitions(List.of(topic)));
                firstEnds.put(topic, ends);
            }
            var processed = processed(ends.keySet());
            return ends.entrySet().stream().allMatch(end -> processed.get(end.getKey()) >= end.getValue());
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.debug("how far a topic was read is not known", e);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How many events of each topic have not been processed. */
    Map<String, Double> lagPerTopic(Collection<String> topics)
            throws ExecutionException, InterruptedException, TimeoutException {
        var ends = ends(partitions(topics));
        var processed = processed(ends.keySet());
        return ends.keySet().stream()
                .collect(Collectors.groupingBy(
                        TopicPartition::topic, Collectors.summingDouble(p -> ends.get(p) - processed.get(p))));
    }

    private List<TopicPartition> partitions(Collection<String> topics)
            throws ExecutionException, InterruptedException, TimeoutException {
        return open()
                .describeTopics(topics)
                .allTopicNames()
                .get(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)
                .values()
                .stream()
                .flatMap(topic -> topic.partitions().stream().map(p -> new TopicPartition(topic.name(), p.partition())))
                .toList();
    }

    private Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions)
            throws ExecutionException, InterruptedException, TimeoutException {
        return offsets(partitions, OffsetSpec.latest());
    }

    /** What is no longer there counts as processed. */
    private Map<TopicPartition, Long> processed(Collection<TopicPartition> partitions)
            throws ExecutionException, InterruptedException, TimeoutException {
        var begins = offsets(partitions, OffsetSpec.earliest());
        var committed = open().listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
        return partitions.stream().collect(Collectors.toMap(p -> p, p -> {
            var done = committed.get(p);
            long from = begins.get(p);
            return done == null ? from : Math.max(from, done.offset());
        }));
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec which)
            throws ExecutionException, InterruptedException, TimeoutException {
        var found = open().listOffsets(partitions.stream().collect(Collectors.toMap(p -> p, p -> which)))
                .all()
                .get(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);
        return found.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .offset()));
    }

    private synchronized Admin open() {
        if (admin == null) {
            admin = Admin.create(settings);
        }
        return admin;
    }
}
