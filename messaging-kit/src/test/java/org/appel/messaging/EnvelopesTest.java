package org.appel.messaging;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.appel.messaging.NumberEventV1.NumberCountedV1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EnvelopesTest {

    private static final Instant NOON = Instant.parse("2026-04-03T12:00:00Z");

    private final Envelopes envelopes = new Envelopes(new ObjectMapper());

    @Test
    void what_was_written_in_binary_mode_is_read_again() {
        // Given
        var row = new OutboxRow(
                1, UUID.randomUUID(), "numbers", "a", "org.appel.NumberCounted.v1", "a", NOON, json(1).getBytes());

        // When
        var written = envelopes.write(row, URI.create("urn:appel:kit"));
        var read = envelopes.read(consumed(written.key(), written.value(), written.headers()));

        // Then
        assertThat(written.headers().lastHeader("ce_partitionkey").value()).isEqualTo("a".getBytes());
        assertThat(written.headers().lastHeader("content-type").value()).isEqualTo("application/json".getBytes());
        assertThat(read.id()).isEqualTo(row.eventId().toString());
        assertThat(read.source()).isEqualTo("urn:appel:kit");
        assertThat(read.time()).isEqualTo(NOON);
        assertThat(read.as(NumberEventV1.class)).contains(new NumberCountedV1("a", 1));
    }

    @Test
    void the_structured_mode_is_read_too() {
        // Given
        var event = """
                {"specversion": "1.0", "id": "7", "source": "urn:appel:kit", "type": "org.appel.NumberCounted.v1",
                 "datacontenttype": "application/json", "data": %s}""".formatted(json(2));
        var structured = consumed("a", event.getBytes(StandardCharsets.UTF_8), null);
        structured.headers().add("content-type", "application/cloudevents+json; charset=UTF-8".getBytes());

        // When
        var read = envelopes.read(structured);

        // Then
        assertThat(read.as(NumberEventV1.class)).contains(new NumberCountedV1("a", 2));
    }

    @Test
    void a_type_that_the_reader_does_not_know_is_nothing_to_it() {
        // When
        var read = envelopes.read(binary("org.appel.NumberForgotten.v3", json(1)));

        // Then
        assertThat(read.as(NumberEventV1.class)).isEmpty();
    }

    @Test
    void fields_that_the_reader_does_not_know_are_passed_over() {
        // When
        var read = envelopes.read(
                binary("org.appel.NumberCounted.v1", "{\"series\":\"a\",\"number\":3,\"colour\":\"red\"}"));

        // Then
        assertThat(read.as(NumberEventV1.class)).contains(new NumberCountedV1("a", 3));
    }

    @Test
    void what_is_no_event_is_poison_with_a_reason() {
        assertThatThrownBy(() -> envelopes.read(consumed("a", null, null)))
                .isInstanceOf(PoisonEvent.class)
                .hasMessage("The record has no value");
        assertThatThrownBy(() -> envelopes.read(consumed("a", "hello".getBytes(), null)))
                .isInstanceOf(PoisonEvent.class)
                .hasMessageStartingWith("The record is no CloudEvent");
        assertThatThrownBy(() -> envelopes.read(binary("org.appel.NumberCounted.v1", "")))
                .isInstanceOf(PoisonEvent.class)
                .hasMessage("The event has no data");
    }

    @Test
    void data_that_is_not_what_its_type_says_is_poison() {
        for (var data : new String[] {"{", "null", "[]", "{\"series\":\"a\",\"number\":null}", "{\"number\":\"x\"}"}) {
            var read = envelopes.read(binary("org.appel.NumberCounted.v1", data));
            assertThatThrownBy(() -> read.as(NumberEventV1.class)).isInstanceOf(PoisonEvent.class);
        }
    }

    private static String json(int number) {
        return "{\"series\":\"a\",\"number\":" + number + "}";
    }

    private static ConsumerRecord<String, byte[]> binary(String type, String data) {
        var binary = consumed("a", data.getBytes(StandardCharsets.UTF_8), null);
        binary.headers()
                .add("ce_specversion", "1.0".getBytes())
                .add("ce_id", "1".getBytes())
                .add("ce_source", "urn:appel:kit".getBytes())
                .add("ce_type", type.getBytes())
                .add("content-type", "application/json".getBytes());
        return binary;
    }

    private static ConsumerRecord<String, byte[]> consumed(
            String key, byte @Nullable [] value, org.apache.kafka.common.header.@Nullable Headers headers) {
        var consumed = new ConsumerRecord<>("numbers", 0, 0L, key, value);
        if (headers != null) {
            headers.forEach(consumed.headers()::add);
        }
        return consumed;
    }
}
