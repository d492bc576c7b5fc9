package org.appel.launcher.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class EmbeddedBrokerTest {

    @TempDir
    private Path directory;

    @Test
    void a_record_outlasts_a_stop_and_a_start_on_the_same_port() throws Exception {
        try (var broker = new EmbeddedBroker(directory.resolve("broker"), 0)) {
            // Given
            broker.start();
            send(broker, "postings", "kept");
            var port = broker.port();

            // When
            broker.stop();
            var freeWhileStopped = Ports.isFree(port);
            broker.start();

            // Then
            assertThat(freeWhileStopped).isTrue();
            assertThat(broker.port()).isEqualTo(port);
            assertThat(first(broker, "postings")).isEqualTo("kept");
        }
    }

    @Test
    void the_topics_of_appel_are_made_with_their_partitions_and_retention_and_made_again_without_harm()
            throws Exception {
        try (var broker = new EmbeddedBroker(directory.resolve("broker"), 0)) {
            // Given
            broker.start();
            broker.createTopics(TopicPlan.ofAppel(8));

            // When
            broker.createTopics(TopicPlan.ofAppel(8));

            // Then
            try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
                assertThat(admin.listTopics().names().get())
                        .contains("postings", "applications", "notifications", "postings-service.dead-letters");
                var postings = admin.describeTopics(List.of("postings"))
                        .allTopicNames()
                        .get()
                        .get("postings");
                assertThat(postings.partitions()).hasSize(8);
            }
        }
    }

    private static void send(EmbeddedBroker broker, String topic, String value) throws Exception {
        var settings = Map.<String, Object>of("bootstrap.servers", broker.bootstrap(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, 0, "key", value)).get();
        }
    }

    private static String first(EmbeddedBroker broker, String topic) {
        var settings = Map.<String, Object>of("bootstrap.servers", broker.bootstrap(), "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            return consumer.poll(Duration.ofSeconds(20)).iterator().next().value();
        }
    }
}
