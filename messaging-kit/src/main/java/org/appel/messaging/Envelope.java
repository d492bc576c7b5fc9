package org.appel.messaging;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

/**
 * One event as it came in: the attributes of CloudEvents 1.0 and the data, still as bytes.
 *
 * @param id unique together with {@code source}
 * @param source the service that told it, for example {@code urn:appel:postings-service}
 * @param type for example {@code org.appel.PostingPublished.v1}
 * @param subject id of what the event is about, if the sender said
 * @param time when it happened, by the sender's database
 * @param topic the Kafka topic it was read from
 * @param key the Kafka key that orders it; empty when the record had none
 * @param data the JSON document, in UTF-8
 */
public record Envelope(
        String id,
        String source,
        String type,
        @Nullable String subject,
        Instant time,
        String topic,
        String key,
        Payload data) {

    /**
     * Reads the data as the wire record that stands for {@link #type}.
     *
     * @param sealedInterface permits one record per event type that the reader knows
     * @return empty if the reader knows no such type: it is to be skipped and counted
     * @throws PoisonEvent if the data is not such a record
     */
    public <E> Optional<E> as(Class<E> sealedInterface) {
        return EventTypes.find(sealedInterface, type).map(data::read);
    }

    /**
     * The id, for what is named after the event, such as the mail that tells of it. Every event of Appel's has such an id.
     *
     * @throws PoisonEvent if it is none
     */
    public UUID uuid() {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new PoisonEvent("The event's id is no UUID", e);
        }
    }

    /** The data of an event, with the reader that understands it; two payloads are equal if their bytes are. */
    public static final class Payload {
        private final byte[] json;
        private final ObjectMapper mapper;

        Payload(byte[] json, ObjectMapper mapper) {
            this.json = json.clone();
            this.mapper = mapper;
        }

        /** @throws PoisonEvent if this is no {@code type} */
        public <T> T read(Class<T> type) {
            try {
                T read = mapper.readValue(json, type);
                if (read == null) {
                    throw new PoisonEvent("The data is null, not " + EventTypes.of(type));
                }
                return read;
            } catch (IOException e) {
                throw new PoisonEvent("The data is no " + type.getSimpleName() + ": " + firstLine(e), e);
            }
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Payload p && java.util.Arrays.equals(json, p.json);
        }

        @Override
        public int hashCode() {
            return java.util.Arrays.hashCode(json);
        }

        @Override
        public String toString() {
            return json.length + " bytes";
        }

        private static String firstLine(IOException e) {
            return String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
        }
    }
}
