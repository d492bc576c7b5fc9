package org.appel.running;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

import org.appel.testing.Topics;

/** What is on the running system's topics. */
public final class Records {

    public static final List<String> TOPICS = List.of("postings", "applications", "notifications");
    public static final List<String> READERS = List.of("applications-service", "notification-service");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Records() {}

    /** Every record of the topic, in the order of each partition. */
    public static List<ConsumerRecord<String, byte[]>> of(String topic) {
        return Topics.read(bootstrap(), topic);
    }

    /** The data of the topic's events of one type, for example {@code DeadlinePassed}. */
    public static List<JsonNode> events(String topic, String name) {
        return of(topic).stream()
                .filter(r -> Topics.type(r).equals("org.appel." + name + ".v1"))
                .map(Records::data)
                .toList();
    }

    public static JsonNode data(ConsumerRecord<String, byte[]> event) {
        try {
            return JSON.readTree(Topics.text(event));
        } catch (JsonProcessingException e) {
            throw new AssertionError("An event's data is no JSON", e);
        }
    }

    /** Writes each record once more, with all its headers: what a sender does that did not see the acknowledgement. */
    public static void sendAgain(List<ConsumerRecord<String, byte[]>> records) {
        try (var producer = producer()) {
            records.forEach(r -> producer.send(new ProducerRecord<>(r.topic(), null, r.key(), r.value(), r.headers())));
        }
    }

    /** Writes every event of every topic that often once more, in any order. */
    public static void sendEverythingAgain(int times, Random random) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (var topic : TOPICS) {
            var once = of(topic);
            for (int time = 0; time < times; time++) {
                records.addAll(once);
            }
        }
        Collections.shuffle(records, random);
        sendAgain(records);
    }

    public static void send(String topic, String key, Map<String, String> headers, byte[] value) {
        try (var producer = producer()) {
            var sent = new ProducerRecord<>(topic, key, value);
            headers.forEach((name, text) -> sent.headers().add(name, text.getBytes()));
            producer.send(sent);
        }
    }

    /** Returns when every reader has processed everything that is on the topics now. */
    public static void awaitAllRead() {
        Awaitility.await("the readers have read everything")
                .until(() -> READERS.stream().allMatch(Records::hasReadAll));
    }

    private static boolean hasReadAll(String group) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
            var committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            var topics = group.equals("applications-service")
                    ? List.of("postings", "notifications")
                    : List.of("postings", "applications");
            for (var topic : admin.describeTopics(topics).allTopicNames().get().values()) {
                for (var partition : topic.partitions()) {
                    var place = new TopicPartition(topic.name(), partition.partition());
                    var end = admin.listOffsets(Map.of(place, OffsetSpec.latest()))
                            .partitionResult(place)
                            .get()
                            .offset();
                    var read = committed.get(place);
                    if (end > 0 && (read == null || read.offset() < end)) {
                        return false;
                    }
                }
            }
            return true;
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    private static String bootstrap() {
        return RunningAppel.appel().broker().bootstrap();
    }
}
