package org.appel.promises;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.appel.launcher.process.Service;
import org.appel.running.Applicant;
import org.appel.running.Mails;
import org.appel.running.Records;
import org.appel.running.RunningAppel;
import org.appel.running.Vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(RunningAppel.class)
class P9APoisonEventDoesNotStopTheOthersTest {

    @Test
    void poison_on_every_partition_becomes_dead_letters_with_reasons_and_everybody_is_answered_all_the_same()
            throws Exception {
        // Given
        var keys = IntStream.range(0, 40)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toList();

        // When
        for (var key : keys) {
            for (var topic : List.of("postings", "applications")) {
                Records.send(topic, key, Map.of(), new byte[] {0, 1, 2, (byte) 0xff});
                Records.send(topic, key, cloudEvent("PostingPublished"), bytes("{\"postingId\": 7"));
                Records.send(topic, key, cloudEvent("ApplicationReceived"), bytes("{\"applicationId\": \"no id\"}"));
            }
        }
        var vacancy = Vacancy.open("P9 malgré tout");
        var applicants = IntStream.range(0, 10)
                .mapToObj(i -> Applicant.named("Malgré Tout " + i))
                .toList();
        for (var applicant : applicants) {
            assertThat(applicant.insistOn(vacancy).status()).isEqualTo(201);
        }

        // Then
        for (var applicant : applicants) {
            await().untilAsserted(() -> assertThat(Mails.to(applicant)).hasSize(1));
        }
        await().untilAsserted(() -> {
            assertThat(letters(Service.APPLICATIONS, keys)).hasSizeGreaterThanOrEqualTo(2 * keys.size());
            assertThat(letters(Service.NOTIFICATION, keys)).hasSizeGreaterThanOrEqualTo(4 * keys.size());
        });
        assertThat(letters(Service.NOTIFICATION, keys))
                .allSatisfy(letter -> assertThat(letter.path("reason").asText()).isNotBlank());
    }

    @Test
    void an_operator_replays_a_dead_letter_and_is_told_why_it_is_still_refused() {
        // Given
        var key = UUID.randomUUID().toString();
        Records.send("applications", key, cloudEvent("ApplicationReceived"), bytes("[]"));
        await().until(() -> !letters(Service.NOTIFICATION, List.of(key)).isEmpty());
        var letter = letters(Service.NOTIFICATION, List.of(key)).getFirst();
        var ops = RunningAppel.appel().api(Service.NOTIFICATION, "ops");

        // When
        var answer = ops.post(
                "/dead-letters/" + letter.path("id").asText() + "/replay", new ObjectMapper().createObjectNode());

        // Then
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("still-refused");
        assertThat(letters(Service.NOTIFICATION, List.of(key))
                        .getFirst()
                        .path("attempts")
                        .asInt())
                .isEqualTo(1);
    }

    private static Map<String, String> cloudEvent(String name) {
        return Map.of(
                "ce_specversion", "1.0",
                "ce_id", UUID.randomUUID().toString(),
                "ce_source", "urn:appel:nobody",
                "ce_type", "org.appel." + name + ".v1",
                "content-type", "application/json");
    }

    private static List<JsonNode> letters(Service service, List<String> keys) {
        var letters = new java.util.ArrayList<JsonNode>();
        String page = "/dead-letters?limit=200";
        while (page != null) {
            var answer = RunningAppel.appel()
                    .api(service, "ops")
                    .get(page)
                    .orThrow("dead letters")
                    .json();
            answer.path("items").forEach(letters::add);
            page = answer.path("next").asText(null);
        }
        return letters.stream()
                .filter(letter -> keys.contains(letter.path("key").asText()))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
