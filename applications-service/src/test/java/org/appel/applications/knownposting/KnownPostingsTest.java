package org.appel.applications.knownposting;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.appel.applications.Client;
import org.appel.applications.PostingFixture;
import org.appel.applications.model.EmailAddress;
import org.appel.applications.model.KnownPosting;
import org.appel.applications.model.LatePolicy;
import org.appel.applications.model.PostingId;
import org.appel.applications.storage.KnownPostings;
import org.appel.testing.Contracts;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Topics;

import static org.appel.applications.PostingFixture.anOpenPosting;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RealInfrastructure
class KnownPostingsTest {
    @Inject
    KnownPostings postings;

    @Inject
    MeterRegistry metrics;

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
    void what_boards_are_told_is_skipped_and_holds_nothing_up() {
        // Given
        var before = skipped();

        // When
        Topics.sendEvent(
                "postings",
                UUID.randomUUID().toString(),
                "org.appel.WebhookDisabled.v1",
                Contracts.example("org.appel.WebhookDisabled.v1", "fullest"));
        Client.open(anOpenPosting());

        // Then
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> skipped() == before + 1);
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
    void what_a_posting_says_of_its_doors_and_its_rules_is_known() {
        // Given
        var told = anOpenPosting()
                .numbered("OMCT-2025-07")
                .byMail("applications@omct.org", "Chargé·e de mission, Tunisie/UE")
                .requiring("cv")
                .granting(90)
                .protectingCandidates()
                .keptFor(24);

        // When
        Client.open(told);

        // Then
        var known = known(told);
        assertThat(known.reference()).isEqualTo("OMCT-2025-07");
        assertThat(known.takesByApi()).isTrue();
        assertThat(known.takesByMail()).isTrue();
        assertThat(known.applyAddress()).isEqualTo(new EmailAddress("applications@omct.org"));
        assertThat(known.mandatedSubject()).isEqualTo("Chargé·e de mission, Tunisie/UE");
        assertThat(known.late()).isEqualTo(new LatePolicy.Grace(Duration.ofMinutes(90)));
        assertThat(known.protectCandidates()).isTrue();
        assertThat(known.retentionMonths()).isEqualTo(24);
    }

    @Test
    void what_a_posting_does_not_say_is_as_it_always_was() {
        // Given
        var told = anOpenPosting();

        // When
        Client.open(told);

        // Then
        var known = known(told);
        assertThat(known.takesByMail()).isFalse();
        assertThat(known.late()).isEqualTo(new LatePolicy.Refuse());
        assertThat(known.protectCandidates()).isFalse();
        assertThat(known.retentionMonths()).isNull();
    }

    @Test
    void a_policy_of_a_later_release_is_none() {
        // Given
        var told = anOpenPosting().treatingLate("lottery");

        // When
        Client.open(told);

        // Then
        assertThat(known(told).late()).isEqualTo(new LatePolicy.Refuse());
    }

    @Test
    void an_amendment_changes_every_rule() {
        // Given
        var first = anOpenPosting()
                .numbered("A")
                .byMail("a@omct.org", "A")
                .granting(90)
                .protectingCandidates()
                .keptFor(24);
        Client.open(first);
        var second = first.amended()
                .numbered("B")
                .byMail("b@omct.org", "B")
                .flaggingLate()
                .keptFor(6);

        // When
        second.amend("amendment");

        // Then
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> known(first).version() == 2);
        var known = known(first);
        assertThat(known.reference()).isEqualTo("B");
        assertThat(known.applyAddress()).isEqualTo(new EmailAddress("b@omct.org"));
        assertThat(known.mandatedSubject()).isEqualTo("B");
        assertThat(known.late()).isEqualTo(new LatePolicy.Flag());
        assertThat(known.retentionMonths()).isEqualTo(6);
    }

    @Test
    void the_mail_door_knows_all_postings_of_the_organisation_and_which_of_them_ever_took_mail() {
        // Given
        var organisation = "org-" + UUID.randomUUID();
        var open = mailed(organisation);
        var closed = mailed(organisation).closing(Instant.parse("2025-08-03T22:00:00Z"));
        var mailOnly = mailed(organisation).appliedElsewhere();
        var withdrawn = mailed(organisation);
        var others = mailed("org-" + UUID.randomUUID());
        var byApiAlone = anOpenPosting().of(organisation);
        var byMailOnce = mailed(organisation);
        Stream.of(open, closed, mailOnly, withdrawn, others, byApiAlone, byMailOnce)
                .forEach(Client::open);
        withdrawn.withdraw();
        byMailOnce.notByMail().amended().amend("content");

        // When
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> known(withdrawn)
                .withdrawn());
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !known(byMailOnce)
                .takesByMail());
        var found = postings.ofOrganisation(organisation);

        // Then
        assertThat(found)
                .extracting(posting -> posting.id().value())
                .containsExactlyInAnyOrder(
                        open.id(), closed.id(), mailOnly.id(), withdrawn.id(), byApiAlone.id(), byMailOnce.id());
        assertThat(found)
                .filteredOn(posting -> !posting.hasTakenMail())
                .extracting(posting -> posting.id().value())
                .containsExactly(byApiAlone.id());
    }

    @Test
    void an_address_that_cannot_be_written_to_closes_no_door() {
        // Given
        var told = anOpenPosting().byMail("applications@omct", "Chargé·e de mission");

        // When
        Client.open(told);

        // Then
        assertThat(known(told).takesByMail()).isTrue();
        assertThat(known(told).applyAddress()).isNull();
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

    private static PostingFixture mailed(String organisation) {
        return anOpenPosting().of(organisation).byMail("jobs@example.org", "Chargé·e de mission");
    }

    private KnownPosting known(PostingFixture posting) {
        return postings.find(new PostingId(posting.id())).orElseThrow();
    }

    private static JsonNode form(PostingFixture posting) {
        return Client.get("/postings/" + posting.id() + "/form", null).json();
    }

    private double skipped() {
        return metrics.counter("appel.events.skipped", "topic", "postings").count();
    }
}
