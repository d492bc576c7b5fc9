package org.appel.applications.knownposting;

import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.appel.applications.Client;
import org.appel.applications.PostingFixture;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Topics;

import static org.appel.applications.PostingFixture.anOpenPosting;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RealInfrastructure
class KnownPostingsTest {
    @Test
    void the_form_tells_what_is_asked() {
        // Given
        var posting = anOpenPosting().requiring("cover_letter", "cv").closing(Instant.parse("2100-08-03T22:00:00Z"));

        // When
        var form =
                Client.get("/postings/" + Client.open(posting) + "/form", null).json();

        // Then
        assertThat(form.path("titles").path("fr").asText()).isEqualTo("Chargé·e de mission");
        assertThat(form.path("open").asBoolean()).isTrue();
        assertThat(form.path("closesAt").asText()).isEqualTo("2100-08-04T00:00:00+02:00");
        assertThat(form.path("languages").toString()).isEqualTo("[\"fr\",\"en\"]");
        assertThat(form.path("documents").get(0).toString()).isEqualTo("{\"kind\":\"cover_letter\",\"required\":true}");
        assertThat(form.path("documents").findValuesAsText("kind"))
                .startsWith("cover_letter", "cv")
                .contains("other");
        assertThat(form.path("limits").path("documentBytes").asLong()).isEqualTo(10L << 20);
        assertThat(form.path("consent").path("fr").asText()).startsWith("J’accepte");
        assertThat(form.path("consent").path("en").asText()).startsWith("I agree");
    }

    @Test
    void an_older_state_never_replaces_a_newer_one() {
        // Given
        var first = anOpenPosting().closing(Instant.parse("2100-01-01T00:00:00Z"));
        var second = first.extendedTo(Instant.parse("2100-02-01T00:00:00Z"));
        second.amend("deadline-extended");
        Client.open(first);
        var marker = anOpenPosting();

        // When
        first.publish();
        second.extendedTo(Instant.parse("2100-03-01T00:00:00Z")).amend("deadline-extended");
        first.amend("amendment");
        Client.open(marker);

        // Then
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        form(first).path("closesAt").asText())
                .startsWith("2100-03-01"));
    }

    @Test
    void a_posting_that_was_withdrawn_before_it_was_heard_of_stays_withdrawn() {
        // Given
        var posting = anOpenPosting();
        posting.withdraw();

        // When
        posting.publish();

        // Then
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        Client.get("/postings/" + posting.id() + "/form", null).status() == 410);
    }

    @Test
    void a_poison_event_does_not_stop_the_next_ones() {
        // Given
        var posting = anOpenPosting();
        Topics.sendEvent("postings", posting.id().toString(), "org.appel.PostingPublished.v1", "{\"postingId\": 7}");
        Topics.sendEvent("postings", posting.id().toString(), "org.appel.PostingExploded.v9", "{}");

        // When
        var id = Client.open(posting);

        // Then
        assertThat(id).isEqualTo(posting.id());
        Topics.await(
                "applications-service.dead-letters",
                dead -> posting.id().toString().equals(dead.key()));
    }

    private static JsonNode form(PostingFixture posting) {
        return Client.get("/postings/" + posting.id() + "/form", null).json();
    }
}
