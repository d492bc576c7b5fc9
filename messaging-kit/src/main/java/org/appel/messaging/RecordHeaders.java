package org.appel.messaging;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.kafka.common.header.Headers;

/** The headers of a Kafka record as JSON, each value in Base64, so that any bytes survive. */
final class RecordHeaders {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private RecordHeaders() {}

    static String write(Headers headers) {
        Map<String, String> written = new LinkedHashMap<>();
        headers.forEach(header -> {
            if (header.value() != null) {
                written.put(
                        DeadLetterReader.storable(header.key()),
                        Base64.getEncoder().encodeToString(header.value()));
            }
        });
        try {
            return MAPPER.writeValueAsString(written);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A map of strings is always JSON", e);
        }
    }

    static Headers read(String json) {
        var headers = new org.apache.kafka.common.header.internals.RecordHeaders();
        try {
            MAPPER.readValue(json, new TypeReference<Map<String, String>>() {})
                    .forEach((name, value) ->
                            headers.add(name, Base64.getDecoder().decode(value)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored headers are no JSON", e);
        }
        return headers;
    }
}
