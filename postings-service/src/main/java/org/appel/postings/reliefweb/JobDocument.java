package org.appel.postings.reliefweb;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.uuid.Generators;

/**
 * A job as ReliefWeb takes it.
 *
 * @param uuid its name there
 * @param fields in the order of writing
 */
record JobDocument(UUID uuid, Map<String, Object> fields) {

    /** The UUID of version 5 of {@code reliefweb.int} in the namespace of domain names. */
    private static final UUID NAMESPACE = UUID.fromString("8e27a998-c362-5d1f-b152-d474e1d36af2");

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    /**
     * The name that ReliefWeb gives to what stands at an address: the UUID of version 5 of the address.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-5">RFC 9562, 5.5</a>
     */
    static UUID uuid(String url) {
        return Generators.nameBasedGenerator(NAMESPACE).generate(url.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * One that was sent before, as of a job that takes no applications any more: its closing day has passed, which
     * closes it there.
     *
     * @param json as it was sent
     * @param closedAt since when it is closed
     */
    static JobDocument closed(UUID uuid, String json, Instant closedAt) {
        try {
            var fields = JSON.readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {});
            fields.put(
                    "closing_date",
                    endOf(LocalDate.ofInstant(closedAt, ZoneOffset.UTC).minusDays(1)));
            return new JobDocument(uuid, fields);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the document that was sent before cannot be read", e);
        }
    }

    /** ReliefWeb keeps the day of it in UTC: so the end of that day there, whatever the deadline's zone. */
    static String endOf(LocalDate day) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                day.atTime(LocalTime.of(23, 59, 59)).atOffset(ZoneOffset.UTC));
    }

    String json() {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON can be made of the document", e);
        }
    }

    /** SHA-256 of the JSON, in hexadecimal. */
    String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(json().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
