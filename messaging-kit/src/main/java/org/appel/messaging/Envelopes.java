package org.appel.messaging;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.cloudevents.rw.CloudEventRWException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Between Kafka records and events, by the Kafka binding of CloudEvents 1.0: writes the binary mode, reads the binary
 * and the structured one.
 */
@ApplicationScoped
class Envelopes {

    private final ObjectMapper mapper;

    Envelopes(ObjectMapper mapper) {
        this.mapper = mapper.copy()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
    }

    /** @throws PoisonEvent if the record is no CloudEvent with JSON data */
    Envelope read(ConsumerRecord<String, byte[]> kafkaRecord) {
        if (kafkaRecord.value() == null) {
            throw new PoisonEvent("The record has no value");
        }
        CloudEvent event = parse(kafkaRecord);
        var data = event.getData();
        if (data == null || data.toBytes().length == 0) {
            throw new PoisonEvent("The event has no data");
        }
        return new Envelope(
                event.getId(),
                event.getSource().toString(),
                event.getType(),
                event.getSubject(),
                event.getTime() == null
                        ? Instant.ofEpochMilli(kafkaRecord.timestamp())
                        : event.getTime().toInstant(),
                kafkaRecord.topic(),
                kafkaRecord.key() == null ? "" : kafkaRecord.key(),
                new Envelope.Payload(data.toBytes(), mapper));
    }

    ProducerRecord<String, byte[]> write(OutboxRow row, URI source) {
        var event = CloudEventBuilder.v1()
                .withId(row.eventId().toString())
                .withSource(source)
                .withType(row.type())
                .withSubject(row.subject())
                .withTime(row.time().atOffset(ZoneOffset.UTC))
                .withExtension("partitionkey", row.key())
                .withData("application/json", row.payload())
                .build();
        return KafkaMessageFactory.<String>createWriter(row.topic(), row.key()).writeBinary(event);
    }

    byte[] json(Object event) {
        try {
            return mapper.writeValueAsBytes(event);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(event.getClass().getSimpleName() + " cannot be written as JSON", e);
        }
    }

    private static CloudEvent parse(ConsumerRecord<String, byte[]> kafkaRecord) {
        try {
            return KafkaMessageFactory.createReader(kafkaRecord).toEvent();
        } catch (CloudEventRWException | IllegalArgumentException | IllegalStateException e) {
            throw new PoisonEvent("The record is no CloudEvent: " + e.getMessage(), e);
        }
    }
}
