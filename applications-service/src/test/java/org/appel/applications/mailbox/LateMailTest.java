package org.appel.applications.mailbox;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.appel.applications.Client;
import org.appel.applications.Database;
import org.appel.testing.Contracts;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Topics;

import static org.appel.applications.mailbox.Postbox.SUBJECT;
import static org.appel.applications.mailbox.Postbox.application;
import static org.assertj.core.api.Assertions.assertThat;

/** The arrival at the receiving server decides, whenever the mail is read. */
@QuarkusTest
@RealInfrastructure
@TestProfile(ManyMailboxes.class)
class LateMailTest {
    private static final Instant DEADLINE = Instant.parse("2025-08-03T22:00:00Z");
    private static final Instant LAST_INSTANT = DEADLINE.minus(1, ChronoUnit.MICROS);

    @Inject
    MailIntake intake;

    private Postbox box;

    @BeforeEach
    void openTheMailbox() {
        box = new Postbox(intake);
    }

    @Test
    void a_mail_that_arrived_in_the_last_instant_is_in_time_however_late_it_is_read() {
        // Given
        var posting = box.open(box.aPosting().closing(DEADLINE));

        // When
        box.receive(application(Someone.unique()), LAST_INSTANT);

        // Then
        assertThat(box.theFile(posting).path("admission").asText()).isEqualTo("in-time");
    }

    @Test
    void a_mail_that_arrived_in_time_is_taken_after_the_intake_was_counted() {
        // Given
        var posting = box.aPosting().closing(DEADLINE);
        box.open(posting);
        posting.deadlinePasses();
        Awaitility.await("intake counted").atMost(Duration.ofSeconds(30)).until(() -> Database.rows(
                        "SELECT closed_deadline FROM known_posting WHERE id = '" + posting.id() + "'")
                .equals(java.util.List.of("1")));

        // When
        box.receive(application(Someone.unique()), LAST_INSTANT);

        // Then
        assertThat(box.theFile(posting.id()).path("admission").asText()).isEqualTo("in-time");
        assertThat(box.ledger(posting.id()).path("balanced").asBoolean()).isTrue();
    }

    @Test
    void a_late_mail_is_declined_and_nothing_of_it_is_kept_but_whom_to_answer() {
        // Given
        var posting = box.open(box.aPosting().closing(DEADLINE));
        var someone = Someone.unique();
        var mail = application(someone);

        // When
        box.receive(mail, DEADLINE);

        // Then
        assertThat(box.applications(posting)).isEmpty();
        var message = box.last();
        assertThat(message.path("outcome").asText()).isEqualTo("refused");
        assertThat(message.path("reason").asText()).isEqualTo("deadline-passed");
        assertThat(box.ledger(posting).path("refused").path("deadline-passed").asInt())
                .isEqualTo(1);
        assertThat(Database.rows("SELECT 1 FROM sealed_blob WHERE id = '"
                        + message.path("id").asText() + "'"))
                .isEmpty();
        var sender = box.sender(message);
        assertThat(sender.path("email").asText()).isEqualTo(someone.address());
        assertThat(sender.path("name").asText()).isEqualTo(someone.name());
        assertThat(sender.path("reason").asText()).isEqualTo("late");
        assertThat(sender.path("closesAt").asText()).isEqualTo(DEADLINE.toString());
        assertThat(sender.path("answers").path("messageId").asText()).isEqualTo(mail.messageId());
    }

    @Test
    void after_an_extension_a_mail_that_was_refused_is_judged_anew_when_it_is_laid_back() {
        // Given
        var posting = box.aPosting().closing(DEADLINE);
        box.open(posting);
        var mail = application(Someone.unique());
        var tooLate = application(Someone.unique());
        box.receive(mail, DEADLINE);
        box.receive(mail, DEADLINE);
        box.receive(tooLate, DEADLINE.plus(11, ChronoUnit.DAYS));
        var extended = posting.extendedTo(DEADLINE.plus(10, ChronoUnit.DAYS));
        extended.amend("deadline-extended");
        Awaitility.await("extended").atMost(Duration.ofSeconds(30)).until(() -> Database.rows(
                        "SELECT deadline_version FROM known_posting WHERE id = '" + posting.id() + "'")
                .equals(java.util.List.of("2")));

        // When
        box.receive(mail, DEADLINE);
        box.receive(tooLate, DEADLINE.plus(11, ChronoUnit.DAYS));
        box.receive(mail, DEADLINE);

        // Then
        assertThat(box.theFile(posting.id()).path("admission").asText()).isEqualTo("in-time");
        assertThat(box.ledger().path("duplicate").asInt()).isEqualTo(3);
        assertThat(box.ledger(posting.id()).path("accepted").asInt()).isEqualTo(1);
        assertThat(box.ledger().path("balanced").asBoolean()).isTrue();
    }

    @Test
    void that_a_mail_was_declined_is_told() {
        // Given
        var posting = box.open(box.aPosting().closing(DEADLINE));

        // When
        box.receive(application(Someone.unique()), DEADLINE);

        // Then
        var id = box.last().path("id").asText();
        var record = Topics.await("applications", told -> told.key().equals(id));
        assertThat(Topics.type(record)).isEqualTo("org.appel.MessageDeclined.v1");
        Contracts.assertValid("org.appel.MessageDeclined.v1", Topics.text(record));
        var event = Client.json(Topics.text(record));
        assertThat(event.path("reason").asText()).isEqualTo("late");
        assertThat(event.path("postingId").asText()).isEqualTo(posting.toString());
        assertThat(event.path("organisation").asText()).isEqualTo(box.name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RE: RE: ", "Relance : ", "Re: "})
    void a_late_mail_without_any_paper_is_left_to_people(String prefix) {
        // Given
        var posting = box.open(box.aPosting().closing(DEADLINE));

        // When
        box.receive(
                Eml.from(Someone.unique())
                        .subject(prefix + SUBJECT)
                        .text("Bonjour, je vous confirme ma présence à l’entretien de mardi."),
                DEADLINE.plus(20, ChronoUnit.DAYS));

        // Then
        assertThat(box.unsorted()).hasSize(1);
        assertThat(box.unsorted().path(0).path("reason").asText()).isEqualTo("no-document");
        assertThat(box.unsorted()
                        .path(0)
                        .path("guesses")
                        .path(0)
                        .path("posting")
                        .asText())
                .isEqualTo(posting.toString());
        assertThat(box.ledger(posting).path("balanced").asBoolean()).isTrue();
    }

    @Test
    void who_was_in_time_is_not_told_that_they_were_late() {
        // Given
        var posting = box.open(box.aPosting().closing(DEADLINE));
        var someone = Someone.unique();
        box.receive(application(someone), LAST_INSTANT);
        var before = box.theFile(posting);

        // When
        box.receive(application(someone, "A newer CV"), DEADLINE);

        // Then
        assertThat(box.theFile(posting)).isEqualTo(before);
        assertThat(box.last().path("outcome").asText()).isEqualTo("unsorted");
        assertThat(box.unsorted().path(0).path("reason").asText()).isEqualTo("late-change");
        assertThat(box.unsorted().path(0).path("parts").path(0).asText()).isEqualTo("CV.pdf");
        assertThat(box.ledger(posting).path("balanced").asBoolean()).isTrue();
    }

    @Test
    void a_posting_that_flags_takes_a_late_mail_and_shows_it() {
        // Given
        var posting = box.open(box.aPosting().closing(DEADLINE).flaggingLate());

        // When
        box.receive(application(Someone.unique()), DEADLINE.plus(40, ChronoUnit.DAYS));

        // Then
        assertThat(box.theFile(posting).path("admission").asText()).isEqualTo("late");
    }

    @Test
    void a_posting_with_a_grace_takes_a_mail_within_it_and_none_after_it() {
        // Given
        var posting = box.open(box.aPosting().closing(DEADLINE).granting(60));

        // When
        box.receive(application(Someone.unique()), DEADLINE.plus(59, ChronoUnit.MINUTES));
        box.receive(application(Someone.unique()), DEADLINE.plus(60, ChronoUnit.MINUTES));

        // Then
        assertThat(box.theFile(posting).path("admission").asText()).isEqualTo("in-grace");
        assertThat(box.last().path("reason").asText()).isEqualTo("deadline-passed");
    }

    @Test
    void what_came_in_time_is_not_changed_by_a_late_mail_which_people_sort() {
        // Given
        var posting = box.open(box.aPosting().closing(DEADLINE).flaggingLate());
        var someone = Someone.unique();
        box.receive(application(someone), LAST_INSTANT);
        var before = box.theFile(posting);

        // When
        box.receive(application(someone, "A newer CV"), DEADLINE.plus(1, ChronoUnit.DAYS));

        // Then
        assertThat(box.theFile(posting)).isEqualTo(before);
        assertThat(before.path("admission").asText()).isEqualTo("in-time");
        assertThat(box.unsorted().path(0).path("reason").asText()).isEqualTo("late-change");
        assertThat(box.unsorted().at("/0/guesses/0/posting").asText()).isEqualTo(posting.toString());
    }

    @Test
    void what_people_take_late_comes_beside_what_came_in_time() {
        // Given
        var posting = box.open(box.aPosting().closing(DEADLINE).flaggingLate());
        var someone = Someone.unique();
        box.receive(application(someone), LAST_INSTANT);
        var inTime = box.document(box.theFile(posting), "cv");
        box.receive(application(someone, "A newer CV"), DEADLINE.plus(1, ChronoUnit.DAYS));
        var late = box.unsorted().path(0).path("id").asText();

        // When
        var answer = Client.post(
                "/mailbox/unsorted/" + late + "/assignment", box.hr(), "{\"posting\": \"" + posting + "\"}");

        // Then
        assertThat(answer.status()).isEqualTo(201);
        var file = box.theFile(posting);
        assertThat(file.path("documents").findValuesAsText("kind"))
                .filteredOn("cv"::equals)
                .hasSize(2);
        assertThat(box.document(file, "cv")).isEqualTo(inTime);
    }

    @Test
    void who_was_late_may_write_again() {
        // Given
        var posting = box.open(box.aPosting().closing(DEADLINE).flaggingLate());
        var someone = Someone.unique();
        box.receive(application(someone), DEADLINE);

        // When
        box.receive(application(someone, "A newer CV"), DEADLINE.plus(1, ChronoUnit.DAYS));

        // Then
        assertThat(box.theFile(posting).path("revision").asInt()).isEqualTo(2);
    }

    @Test
    void a_mail_for_a_posting_that_was_taken_back_is_declined() {
        // Given
        var posting = box.aPosting();
        box.open(posting);
        posting.withdraw();
        Awaitility.await("withdrawn")
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        Client.get("/postings/" + posting.id() + "/form", null).status() == 410);

        // When
        box.receive(application(Someone.unique()));

        // Then
        assertThat(box.last().path("reason").asText()).isEqualTo("posting-withdrawn");
        assertThat(box.sender(box.last()).path("reason").asText()).isEqualTo("withdrawn");
    }

    @Test
    void a_mail_for_a_posting_that_is_not_open_yet_is_declined() {
        // Given
        box.open(box.aPosting().publishedAt(Instant.now().plus(2, ChronoUnit.DAYS)));

        // When
        box.receive(application(Someone.unique()));

        // Then
        assertThat(box.last().path("reason").asText()).isEqualTo("not-open-yet");
        assertThat(box.sender(box.last()).path("reason").asText()).isEqualTo("not-open");
    }
}
