package org.appel.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Reads topics whole and writes records as they come, without a service's code in between. */
public final class Topics {

    private static final Duration FOUND_WITHIN = Duration.ofSeconds(30);

    private Topics() {}

    /** Everything that is in the topic now, in the order of each partition; nothing when there is no such topic. */
    public static List<ConsumerRecord<String, byte[]>> read(String topic) {
        return read(Infrastructure.kafka(), topic);
    }

    /** The same of another broker. */
    public static List<ConsumerRecord<String, byte[]>> read(String bootstrap, String topic) {
        var settings = Map.<String, Object>of("bootstrap.servers", bootstrap, "allow.auto.create.topics", "false");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.listTopics().getOrDefault(topic, List.of()).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return List.copyOf(records);
        }
    }

    /** Waits until a record is what the test looks for, and gives the first such. */
    public static ConsumerRecord<String, byte[]> await(String topic, Predicate<ConsumerRecord<String, byte[]>> wanted) {
        return Awaitility.await("a record in " + topic)
                .atMost(FOUND_WITHIN)
                .until(() -> read(topic).stream().filter(wanted).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** The CloudEvents type of a record; empty when it has none. */
    public static String type(ConsumerRecord<String, byte[]> record) {
        return header(record, "ce_type");
    }

    /** A header as text; empty when it is missing. */
    public static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** The data as text. */
    public static String text(ConsumerRecord<String, byte[]> record) {
        return record.value() == null ? "" : new String(record.value(), StandardCharsets.UTF_8);
    }

    /** Writes a CloudEvent in binary mode with a new id, subject equal to the key, and returns the id. */
    public static String sendEvent(String topic, String key, String type, String json) {
        var id = UUID.randomUUID().toString();
        sendEvent(topic, key, type, id, json);
        return id;
    }

    /** The same with a given id: sending it twice makes a duplicate. */
    public static void sendEvent(String topic, String key, String type, String id, String json) {
        send(topic, key, headers(key, type, id), json.getBytes(StandardCharsets.UTF_8));
    }

    /** A CloudEvent in binary mode with a new id, subject equal to the key, for a {@link #producer}. */
    public static ProducerRecord<String, byte[]> event(String topic, String key, String type, String json) {
        return record(
                topic, key, headers(key, type, UUID.randomUUID().toString()), json.getBytes(StandardCharsets.UTF_8));
    }

    /** For many records one after the other; the caller closes it. */
    public static KafkaProducer<String, byte[]> producer() {
        var settings = Map.<String, Object>of("bootstrap.servers", Infrastructure.kafka(), "acks", "all");
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    private static Map<String, String> headers(String key, String type, String id) {
        return Map.of(
                "ce_specversion", "1.0",
                "ce_id", id,
                "ce_source", "/test",
                "ce_type", type,
                "ce_subject", key,
                "ce_time", "2025-07-09T07:00:00Z",
                "content-type", "application/json");
    }

    private static ProducerRecord<String, byte[]> record(
            String topic, @Nullable String key, Map<String, String> headers, byte @Nullable [] value) {
        var record = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /** Writes a record of any shape and returns when the broker has it. */
    public static void send(String topic, @Nullable String key, Map<String, String> headers, byte @Nullable [] value) {
        try (var producer = producer()) {
            producer.send(record(topic, key, headers, value)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the record was not taken by " + topic, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
