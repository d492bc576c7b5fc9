package org.appel.postings.authoring;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.appel.postings.messaging.DeadlinePassedV1;
import org.appel.postings.messaging.PostingAmendedV1;
import org.appel.postings.messaging.PostingPublishedV1;
import org.appel.postings.messaging.PostingWithdrawnV1;
import org.appel.postings.messaging.WebhookDisabledV1;
import org.appel.postings.model.Change;
import org.appel.postings.model.Coded;
import org.appel.postings.model.DeadlinePassed;
import org.appel.postings.model.JobAd;
import org.appel.postings.model.Posting;
import org.appel.postings.model.PostingId;
import org.appel.postings.model.Publication;
import org.appel.postings.model.WebhookEnd;
import org.appel.testing.Contracts;

/** Each event says exactly what the examples of its contract say, from the notice as HR writes it onwards. */
class EventContractTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"smallest", "fullest", "grace", "flag"})
    void PostingPublished_is_as_agreed(String example) {
        // Given
        var agreed = tree(Contracts.example("org.appel.PostingPublished.v1", example));

        // When
        var event = PostingPublishedV1.of(
                open(agreed), agreed.get("organisationName").asText());

        // Then
        Contracts.assertEqualsExample("org.appel.PostingPublished.v1", example, text(event));
        Contracts.assertValid("org.appel.PostingPublished.v1", text(event));
    }

    @ParameterizedTest
    @ValueSource(strings = {"smallest", "fullest", "grace", "refuse"})
    void PostingAmended_is_as_agreed(String example) {
        // Given
        var agreed = tree(Contracts.example("org.appel.PostingAmended.v1", example));

        // When
        var event = PostingAmendedV1.of(
                open(agreed),
                agreed.get("organisationName").asText(),
                Coded.of(Change.class, agreed.get("change").asText()),
                instant(agreed, "amendedAt"));

        // Then
        Contracts.assertEqualsExample("org.appel.PostingAmended.v1", example, text(event));
        Contracts.assertValid("org.appel.PostingAmended.v1", text(event));
    }

    @ParameterizedTest
    @ValueSource(strings = {"smallest", "fullest"})
    void PostingWithdrawn_is_as_agreed(String example) {
        // Given
        var agreed = tree(Contracts.example("org.appel.PostingWithdrawn.v1", example));

        // When
        var event = new PostingWithdrawnV1(
                id(agreed).value(),
                agreed.get("version").asInt(),
                agreed.get("organisation").asText(),
                agreed.get("reason").asText(),
                instant(agreed, "withdrawnAt"));

        // Then
        Contracts.assertEqualsExample("org.appel.PostingWithdrawn.v1", example, text(event));
    }

    @ParameterizedTest
    @ValueSource(strings = {"smallest", "fullest"})
    void DeadlinePassed_is_as_agreed(String example) {
        // Given
        var agreed = tree(Contracts.example("org.appel.DeadlinePassed.v1", example));

        // When
        var event = DeadlinePassedV1.of(new DeadlinePassed(
                id(agreed),
                agreed.get("organisation").asText(),
                agreed.get("version").asInt(),
                agreed.get("deadlineVersion").asInt(),
                instant(agreed, "closesAt"),
                instant(agreed, "closedAt")));

        // Then
        Contracts.assertEqualsExample("org.appel.DeadlinePassed.v1", example, text(event));
    }

    @ParameterizedTest
    @ValueSource(strings = {"smallest", "fullest"})
    void WebhookDisabled_is_as_agreed(String example) {
        // Given
        var agreed = tree(Contracts.example("org.appel.WebhookDisabled.v1", example));
        var failing = agreed.get("failingSince");

        // When
        var event = WebhookDisabledV1.of(
                UUID.fromString(agreed.get("webhookId").asText()),
                Coded.of(WebhookEnd.class, agreed.get("reason").asText()),
                failing.isNull() ? null : Instant.parse(failing.asText()),
                instant(agreed, "disabledAt"));

        // Then
        Contracts.assertEqualsExample("org.appel.WebhookDisabled.v1", example, text(event));
    }

    private static Posting.Open open(JsonNode agreed) {
        var ad = ad(agreed);
        return new Posting.Open(
                id(agreed),
                ad,
                new Publication(
                        agreed.get("version").asInt(),
                        agreed.get("deadlineVersion").asInt(),
                        instant(agreed, "publishedAt"),
                        ad.closesAt().orElse(null)));
    }

    /** The notice in an event, read as if HR had sent it. */
    private static JobAd ad(JsonNode agreed) {
        ObjectNode notice = agreed.deepCopy();
        var fields = Arrays.stream(AdBody.class.getRecordComponents())
                .map(component -> component.getName())
                .toList();
        notice.retain(fields);
        return JSON.convertValue(notice, AdBody.class).toAd();
    }

    private static PostingId id(JsonNode agreed) {
        return new PostingId(UUID.fromString(agreed.get("postingId").asText()));
    }

    private static Instant instant(JsonNode agreed, String field) {
        return Instant.parse(agreed.get(field).asText());
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Object event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
