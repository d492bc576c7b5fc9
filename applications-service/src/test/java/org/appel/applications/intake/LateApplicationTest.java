package org.appel.applications.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;

import org.appel.applications.Client;
import org.appel.applications.Database;
import org.appel.applications.Form;
import org.appel.applications.PostingFixture;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;
import org.appel.testing.Topics;

import static org.appel.applications.PostingFixture.anOpenPosting;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RealInfrastructure
class LateApplicationTest {
    private static final Instant LAST_YEAR = Instant.parse("2025-08-03T22:00:00Z");

    @Test
    void a_flagged_one_is_taken_and_shown_as_late_in_list_file_and_csv() {
        // Given
        var posting = Client.open(anOpenPosting().closing(LAST_YEAR).flaggingLate());

        // When
        var answer = Client.apply(posting, Form.of("Amina", "amina@example.org"));

        // Then
        assertThat(answer.status()).isEqualTo(201);
        assertThat(file(answer.id()).path("admission").asText()).isEqualTo("late");
        assertThat(Client.get("/applications?posting=" + posting, Tokens.panel("omct"))
                        .json()
                        .path("items")
                        .findValuesAsText("admission"))
                .containsExactly("late");
        assertThat(Client.get("/postings/" + posting + "/applications.csv", Tokens.hr("omct"))
                        .text())
                .contains(",stage,admission,revision,")
                .contains(",received,late,1,");
    }

    @Test
    void one_within_the_grace_is_taken_and_marked() {
        // Given
        var posting = Client.open(
                anOpenPosting().closing(Instant.now().minusSeconds(60)).granting(60));

        // When
        var answer = Client.apply(posting, Form.of("Amina", "amina@example.org"));

        // Then
        assertThat(answer.status()).isEqualTo(201);
        assertThat(admission(answer.id())).isEqualTo("in-grace");
    }

    @Test
    void one_after_the_grace_is_refused_with_the_deadline_that_the_public_knows() {
        // Given
        var posting = Client.open(anOpenPosting().closing(LAST_YEAR).granting(10_080));

        // When
        var answer = Client.apply(posting, Form.of("Amina", "amina@example.org"));

        // Then
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("deadline-passed");
        assertThat(answer.json().path("closesAt").asText()).isEqualTo("2025-08-03T22:00:00Z");
    }

    @Test
    void one_in_time_is_marked_so_whatever_the_policy() {
        // Given
        var posting = Client.open(
                anOpenPosting().closing(Instant.now().plusSeconds(600)).flaggingLate());

        // When
        var answer = Client.apply(posting, Form.of("Amina", "amina@example.org"));

        // Then
        assertThat(admission(answer.id())).isEqualTo("in-time");
    }

    @Test
    void the_public_form_tells_the_official_deadline_and_no_policy() {
        // Given
        var posting = Client.open(
                anOpenPosting().closing(Instant.now().minusSeconds(60)).granting(60));

        // When
        var form = Client.get("/postings/" + posting + "/form", null);

        // Then
        assertThat(form.json().path("open").asBoolean()).isFalse();
        assertThat(Instant.parse(form.json().path("closesAt").asText())).isBefore(Instant.now());
        assertThat(form.text()).doesNotContainIgnoringCase("grace").doesNotContainIgnoringCase("late\"");
    }

    @Test
    void who_applied_in_time_changes_nothing_after_the_deadline() {
        // Given
        var first = anOpenPosting();
        var id = Client.apply(Client.open(first), Form.of("Amina", "amina@example.org"))
                .id();
        var passed =
                first.extendedTo(Instant.now().minusSeconds(1)).flaggingLate().amend("amendment");
        soon().until(() -> !isOpen(passed));

        // When
        var again = Client.apply(first.id(), Form.of("Amina", "amina@example.org"));

        // Then
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("deadline-passed");
        assertThat(admission(id)).isEqualTo("in-time");
        assertThat(file(id).path("revision").asInt()).isEqualTo(1);
    }

    @Test
    void who_applied_in_the_grace_changes_nothing_after_it() {
        // Given
        var first = anOpenPosting().closing(Instant.now().minusSeconds(60)).granting(60);
        var id = Client.apply(Client.open(first), Form.of("Amina", "amina@example.org"))
                .id();
        first.amended().flaggingLate().amend("amendment");
        soon().until(() -> admissionOfSomebodyNew(first).equals("late"));

        // When
        var again = Client.apply(first.id(), Form.of("Amina", "amina@example.org"));

        // Then
        assertThat(again.problem()).isEqualTo("deadline-passed");
        assertThat(admission(id)).isEqualTo("in-grace");
    }

    @Test
    void who_applied_late_and_again_in_the_grace_has_the_better_of_the_two() {
        // Given
        var first = anOpenPosting().closing(Instant.now().minusSeconds(60)).flaggingLate();
        var id = Client.apply(Client.open(first), Form.of("Amina", "amina@example.org"))
                .id();
        first.amended().granting(60).amend("amendment");
        soon().until(() -> admissionOfSomebodyNew(first).equals("in-grace"));

        // When
        Client.apply(first.id(), Form.of("Amina", "amina@example.org"));

        // Then
        assertThat(admission(id)).isEqualTo("in-grace");
    }

    @Test
    void a_later_deadline_makes_up_for_what_was_late() {
        // Given
        var first = anOpenPosting().closing(LAST_YEAR).flaggingLate();
        var id = Client.apply(Client.open(first), Form.of("Amina", "amina@example.org"))
                .id();
        var before = Client.get("/applications/" + id, Tokens.hr("omct"));

        // When
        first.extendedTo(Instant.now().plusSeconds(600)).amend("reopened");

        // Then
        soon().until(() -> admission(id).equals("in-time"));
        assertThat(before.json().path("admission").asText()).isEqualTo("late");
        assertThat(Client.get("/applications/" + id, Tokens.hr("omct")).header("ETag"))
                .isNotEqualTo(before.header("ETag"));
    }

    @Test
    void a_later_deadline_that_is_still_before_the_arrival_makes_up_for_nothing() {
        // Given
        var first = anOpenPosting().closing(LAST_YEAR).flaggingLate();
        var id = Client.apply(Client.open(first), Form.of("Amina", "amina@example.org"))
                .id();

        // When
        first.extendedTo(LAST_YEAR.plusSeconds(60)).amend("reopened");

        // Then
        soon().until(() -> closesAt(first).equals(LAST_YEAR.plusSeconds(60)));
        assertThat(admission(id)).isEqualTo("late");
    }

    @Test
    void a_posting_that_is_read_anew_from_its_beginning_makes_up_for_nothing() {
        // Given
        var openUntilFilled = anOpenPosting();
        var closed = openUntilFilled.extendedTo(LAST_YEAR).flaggingLate();
        var id = Client.apply(Client.open(closed), Form.of("Amina", "amina@example.org"))
                .id();
        Database.rows("DELETE FROM known_posting WHERE id = '" + closed.id() + "' RETURNING id");

        // When
        Client.open(openUntilFilled);
        closed.amend("deadline-extended");

        // Then
        soon().until(() -> !isOpen(closed));
        assertThat(admission(id)).isEqualTo("late");
    }

    @Test
    void a_policy_that_was_withdrawn_lets_nobody_in_and_leaves_those_who_are() {
        // Given
        var first = anOpenPosting().closing(LAST_YEAR).flaggingLate();
        var id = Client.apply(Client.open(first), Form.of("Amina", "amina@example.org"))
                .id();

        // When
        first.amended().refusingLate().amend("amendment");

        // Then
        soon().until(() -> Client.apply(first.id(), Form.of("Badr", "b" + UUID.randomUUID() + "@example.org"))
                        .status()
                == 409);
        assertThat(admission(id)).isEqualTo("late");
    }

    @Test
    void a_withdrawn_posting_takes_no_late_ones_either() {
        // Given
        var posting = anOpenPosting().closing(LAST_YEAR).flaggingLate();
        Client.open(posting);
        posting.withdraw();
        soon().until(() ->
                Client.get("/postings/" + posting.id() + "/form", null).status() == 410);

        // When
        var answer = Client.apply(posting.id(), Form.of("Amina", "amina@example.org"));

        // Then
        assertThat(answer.problem()).isEqualTo("posting-withdrawn");
    }

    @Test
    void the_count_of_the_intake_is_of_the_deadline_and_late_ones_come_on_top() {
        // Given
        var posting = anOpenPosting().closing(Instant.now().minusSeconds(60)).flaggingLate();
        Client.apply(Client.open(posting), Form.of("Before the count", "before@example.org"));

        // When
        posting.deadlinePasses();
        var closed = closed(posting);
        var after = Client.apply(posting.id(), Form.of("After the count", "after@example.org"));

        // Then
        assertThat(closed.path("applications").asLong()).isZero();
        assertThat(closed.path("counts").path("accepted").asLong()).isZero();
        assertThat(after.status()).isEqualTo(201);
        var ledger = Client.get("/postings/" + posting.id() + "/ledger", Tokens.hr("omct"))
                .json();
        assertThat(ledger.path("accepted").asLong()).isEqualTo(2);
        assertThat(ledger.path("balanced").asBoolean()).isTrue();
    }

    @Test
    void the_count_of_the_intake_waits_for_the_grace_and_has_those_who_came_in_it() {
        // Given
        var closesAt = Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(45);
        var posting = anOpenPosting().closing(closesAt).granting(1);
        Client.open(posting);
        posting.deadlinePasses();

        // When
        var answer = Client.apply(posting.id(), Form.of("Amina", "amina@example.org"));
        var closed = closed(posting);

        // Then
        assertThat(answer.status()).isEqualTo(201);
        assertThat(closed.path("applications").asLong()).isEqualTo(1);
        assertThat(closed.path("counts").path("accepted").asLong()).isEqualTo(1);
        assertThat(Instant.parse(closed.path("closesAt").asText())).isEqualTo(closesAt);
        assertThat(Instant.parse(closed.path("closedAt").asText())).isAfter(closesAt.plusSeconds(60 + 4));
    }

    private static JsonNode closed(PostingFixture posting) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> Topics.read("applications").stream()
                                .filter(told -> posting.id().toString().equals(told.key()))
                                .filter(told -> Topics.type(told).equals("org.appel.IntakeClosed.v1"))
                                .map(told -> Client.json(Topics.text(told)))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static String admissionOfSomebodyNew(PostingFixture posting) {
        return admission(Client.apply(posting.id(), Form.of("New", UUID.randomUUID() + "@example.org"))
                .id());
    }

    private static String admission(UUID application) {
        return file(application).path("admission").asText();
    }

    private static JsonNode file(UUID application) {
        return Client.get("/applications/" + application, Tokens.hr("omct")).json();
    }

    private static boolean isOpen(PostingFixture posting) {
        return form(posting).path("open").asBoolean();
    }

    private static Instant closesAt(PostingFixture posting) {
        return Instant.parse(form(posting).path("closesAt").asText());
    }

    private static JsonNode form(PostingFixture posting) {
        return Client.get("/postings/" + posting.id() + "/form", null).json();
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(30));
    }
}
