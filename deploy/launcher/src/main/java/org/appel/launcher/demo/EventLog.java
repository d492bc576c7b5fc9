package org.appel.launcher.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads Kafka as any other program could. */
final class EventLog {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String bootstrap;

    EventLog(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /**
     * An event as it stands in its topic.
     *
     * @param type the CloudEvents type, for example {@code org.appel.DeadlinePassed.v1}
     * @param data JSON
     */
    record Event(String topic, String key, String type, String data, String headers) {

        private static Event of(ConsumerRecord<String, byte[]> record) {
            var headers = new StringBuilder();
            var type = "";
            for (var header : record.headers()) {
                var value = new String(header.value(), StandardCharsets.UTF_8);
                headers.append(header.key()).append('=').append(value).append('\n');
                type = header.key().equals("ce_type") ? value : type;
            }
            var data = record.value() == null ? "" : new String(record.value(), StandardCharsets.UTF_8);
            return new Event(record.topic(), String.valueOf(record.key()), type, data, headers.toString());
        }

        JsonNode json() {
            try {
                return JSON.readTree(data);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("not JSON on topic " + topic, e);
            }
        }

        boolean mentions(String text) {
            return Stream.of(key, data, headers).anyMatch(part -> part.contains(text));
        }
    }

    /** Everything in the topic. */
    List<Event> read(String topic) {
        var settings = Map.<String, Object>of("bootstrap.servers", bootstrap);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var events = new ArrayList<Event>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> events.add(Event.of(record)));
            }
            return events;
        }
    }

    /** The events of one type about one posting. */
    List<Event> of(String topic, String type, String posting) {
        return read(topic).stream()
                .filter(event -> event.type().equals(type) && event.mentions(posting))
                .toList();
    }

    /** The first such event, awaited. */
    Optional<Event> await(String topic, String type, String posting) {
        return Waiting.until(() -> of(topic, type, posting).stream().findFirst());
    }
}
