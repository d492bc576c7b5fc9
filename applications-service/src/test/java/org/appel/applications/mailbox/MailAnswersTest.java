package org.appel.applications.mailbox;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.appel.applications.Client;
import org.appel.applications.Database;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;
import org.appel.testing.Topics;

import static org.appel.applications.mailbox.Postbox.application;
import static org.assertj.core.api.Assertions.assertThat;

/** Every mail has one answer, or one recorded reason why there is none. */
@QuarkusTest
@RealInfrastructure
@TestProfile(ManyMailboxes.class)
class MailAnswersTest {
    private static final Instant DEADLINE = Instant.parse("2025-08-03T22:00:00Z");

    @Inject
    MailIntake intake;

    private Postbox box;

    @BeforeEach
    void openTheMailbox() {
        box = new Postbox(intake);
    }

    @Test
    void the_second_mail_of_a_day_about_a_posting_is_taken_and_not_answered() {
        // Given
        var posting = box.posting();
        var someone = Someone.unique();
        box.receive(application(someone));

        // When
        box.receive(application(someone, "A newer CV"));

        // Then
        assertThat(box.theFile(posting).path("revision").asInt()).isEqualTo(2);
        assertThat(box.last().path("answer").path("reason").asText()).isEqualTo("answered-today");
        assertThat(received(posting, 2).path("unanswered").asText()).isEqualTo("answered-today");
        var acknowledgements = box.ledger(posting).path("acknowledgements");
        assertThat(acknowledgements.path("owed").asInt()).isEqualTo(2);
        assertThat(acknowledgements.path("suppressed").path("answered-today").asInt())
                .isEqualTo(1);
        assertThat(acknowledgements.path("pending").asInt()).isEqualTo(1);
    }

    @Test
    void about_another_posting_the_same_person_is_answered() {
        // Given
        box.posting();
        var other = box.open(box.aPosting("Comptable du bureau de Tunis"));
        var someone = Someone.unique();
        box.receive(application(someone));

        // When
        box.receive(application(someone).subject("Comptable du bureau de Tunis"));

        // Then
        assertThat(received(other, 1).has("unanswered")).isFalse();
    }

    @Test
    void a_day_later_they_are_answered_again() {
        // Given
        var posting = box.posting();
        var someone = Someone.unique();
        box.receive(application(someone));
        Database.update("UPDATE mail_answered SET answered_at = answered_at - interval '1 day'");

        // When
        box.receive(application(someone, "A newer CV"));

        // Then
        assertThat(received(posting, 2).has("unanswered")).isFalse();
    }

    @Test
    void who_was_declined_today_is_not_told_again() {
        // Given
        var posting = box.open(box.aPosting().closing(DEADLINE));
        var someone = Someone.unique();
        box.receive(application(someone), DEADLINE);

        // When
        box.receive(application(someone, "A newer CV"), DEADLINE);

        // Then
        assertThat(box.last().path("answer").path("reason").asText()).isEqualTo("answered-today");
        assertThat(Client.get("/mailbox/messages/" + box.last().path("id").asText() + "/recipient", Tokens.service())
                        .status())
                .isEqualTo(404);
        assertThat(box.ledger(posting).path("declines").path("owed").asInt()).isEqualTo(2);
        assertThat(box.ledger(posting)
                        .path("declines")
                        .path("suppressed")
                        .path("answered-today")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void a_forged_author_keeps_nobody_from_their_answer() {
        // Given
        var posting = box.posting();
        var someone = Someone.unique();
        box.receive(application(someone, "What a stranger made of it").returnPath("<stranger@example.com>"));

        // When
        box.receive(application(someone));

        // Then
        assertThat(received(posting, 2).has("unanswered")).isFalse();
        assertThat(box.recipient(posting, 2).path("email").asText()).isEqualTo(someone.address());
    }

    @Test
    void who_has_another_envelope_address_for_each_mail_is_answered_once() {
        // Given
        var posting = box.open(box.aPosting().closing(DEADLINE));
        var tickets = Someone.unique();
        box.receive(application(tickets, "Ticket 1").returnPath("<tickets+1@desk.example>"), DEADLINE);

        // When
        box.receive(application(tickets, "Ticket 2").returnPath("<tickets+2@desk.example>"), DEADLINE);

        // Then
        assertThat(box.sender(box.messages().path(1)).path("email").asText()).isEqualTo("tickets+1@desk.example");
        assertThat(box.last().path("answer").path("reason").asText()).isEqualTo("answered-today");
        assertThat(box.ledger(posting).path("declines").path("owed").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"All", "OOF, AutoReply", "dr, rn, oof"})
    void who_wants_no_answer_of_a_machine_gets_none(String wish) {
        // Given
        var posting = box.posting();

        // When
        box.receive(application(Someone.unique()).header("X-Auto-Response-Suppress: " + wish));

        // Then
        assertThat(box.last().path("outcome").asText()).isEqualTo("accepted");
        assertThat(box.last().path("answer").path("reason").asText()).isEqualTo("answer-unwanted");
        assertThat(received(posting, 1).path("unanswered").asText()).isEqualTo("answer-unwanted");
        assertThat(box.ledger(posting).path("balanced").asBoolean()).isTrue();
    }

    @Test
    void who_wants_no_reports_is_answered() {
        // Given
        var posting = box.posting();

        // When
        box.receive(application(Someone.unique()).header("X-Auto-Response-Suppress: DR, RN, NRN"));

        // Then
        assertThat(received(posting, 1).has("unanswered")).isFalse();
    }

    @Test
    void that_no_answer_is_wanted_is_still_known_when_hr_assigns_the_mail() {
        // Given
        var posting = box.posting();
        box.receive(application(Someone.unique()).subject("Ma candidature").header("X-Auto-Response-Suppress: All"));

        // When
        Client.post(
                "/mailbox/unsorted/" + box.last().path("id").asText() + "/assignment",
                box.hr(),
                "{\"posting\": \"" + posting + "\"}");

        // Then
        assertThat(box.last().path("answer").path("reason").asText()).isEqualTo("answer-unwanted");
    }

    @Test
    void what_became_of_an_answer_is_known() {
        // Given
        var posting = box.open(box.aPosting().closing(DEADLINE));
        box.receive(application(Someone.unique()), DEADLINE);
        box.receive(application(Someone.unique()), DEADLINE);
        var one = box.messages().path(1).path("id").asText();
        var other = box.messages().path(0).path("id").asText();

        // When
        Topics.sendEvent("notifications", one, "org.appel.NotificationSent.v1", """
                {"kind": "mail-answer", "postingId": "%s", "applicationId": null, "applicationRevision": null,
                 "sentAt": "2025-08-04T09:00:00Z", "messageId": "%s"}""".formatted(posting, one));
        Topics.sendEvent("notifications", other, "org.appel.NotificationFailed.v1", """
                {"kind": "mail-answer", "postingId": "%s", "applicationId": null, "applicationRevision": null,
                 "failedAt": "2025-08-04T09:00:00Z", "reason": "rejected-5xx", "messageId": "%s"}""".formatted(posting, other));

        // Then
        Awaitility.await("fates")
                .atMost(Duration.ofSeconds(30))
                .until(() -> state(1).equals("sent") && state(0).equals("failed"));
        assertThat(box.last().path("answer").path("reason").asText()).isEqualTo("rejected-5xx");
        var answers = box.ledger().path("answers");
        assertThat(answers.path("sent").asInt()).isEqualTo(1);
        assertThat(answers.path("failed").path("rejected-5xx").asInt()).isEqualTo(1);
        assertThat(answers.path("pending").asInt()).isZero();
    }

    @Test
    void an_acknowledgement_of_a_mail_is_its_answer() {
        // Given
        var posting = box.posting();
        box.receive(application(Someone.unique()));
        var id = box.theId(posting);

        // When
        Topics.sendEvent("notifications", id.toString(), "org.appel.NotificationSent.v1", """
                {"kind": "acknowledgement", "postingId": "%s", "applicationId": "%s", "applicationRevision": 1,
                 "sentAt": "2025-08-04T09:00:00Z"}""".formatted(posting, id));

        // Then
        Awaitility.await("fate").atMost(Duration.ofSeconds(30)).until(() -> state(0).equals("sent"));
        assertThat(box.ledger().path("answers").path("sent").asInt()).isEqualTo(1);
    }

    @Test
    void the_recipient_of_a_revision_is_told_with_the_mail_that_is_answered() {
        // Given
        var posting = box.posting();
        var mail = application(Someone.unique()).header("References: <before@mail.example>");
        box.receive(mail);

        // When
        var recipient = box.recipient(posting, 1);

        // Then
        assertThat(recipient.path("answers").path("messageId").asText()).isEqualTo(mail.messageId());
        assertThat(recipient.path("answers").path("references").path(0).asText())
                .isEqualTo("<before@mail.example>");
        assertThat(recipient.path("answers").path("references").path(1).asText())
                .isEqualTo(mail.messageId());
        assertThat(recipient.path("link").asText()).startsWith("http");
    }

    @Test
    void a_letter_that_is_about_no_revision_answers_no_mail() {
        // Given
        var posting = box.posting();
        var someone = Someone.unique();
        box.receive(application(someone).returnPath("<relay@elsewhere.example>"));

        // When
        var recipient = Client.get("/applications/" + box.theId(posting) + "/recipient", Tokens.service())
                .json();

        // Then
        assertThat(recipient.path("email").asText()).isEqualTo(someone.address());
        assertThat(recipient.path("answers").isNull()).isTrue();
        assertThat(recipient.path("addressOnly").asBoolean()).isFalse();
    }

    @Test
    void only_services_ask_whom_to_answer() {
        // Given
        box.open(box.aPosting().closing(DEADLINE));
        box.receive(application(Someone.unique()), DEADLINE);
        var path = "/mailbox/messages/" + box.last().path("id").asText() + "/recipient";

        // Then
        assertThat(Client.get(path, box.hr()).status()).isEqualTo(403);
        assertThat(Client.get(path, null).status()).isEqualTo(401);
        assertThat(Client.get("/mailbox/messages/" + UUID.randomUUID() + "/recipient", Tokens.service())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_list_of_mails_names_nobody_and_shows_nobody_elses() {
        // Given
        box.posting();
        var someone = Someone.unique();
        box.receive(application(someone));

        // When
        var list = Client.get("/mailbox/messages?mailbox=" + box.name(), box.hr());
        var foreign = Client.get("/mailbox/messages?mailbox=" + box.name(), Tokens.hr("omct"));
        var ops = Client.get("/mailbox/messages?outcome=accepted&mailbox=" + box.name(), Tokens.ops());

        // Then
        assertThat(list.text()).doesNotContain(someone.name(), someone.address(), Postbox.SUBJECT);
        assertThat(list.json().path("items")).hasSize(1);
        assertThat(foreign.json().path("items")).isEmpty();
        assertThat(ops.json().path("items")).hasSize(1);
        assertThat(Client.get("/mailbox/messages?outcome=lost", box.hr()).status())
                .isEqualTo(400);
    }

    private String state(int number) {
        return box.messages().path(number).path("answer").path("state").asText();
    }

    private JsonNode received(UUID posting, int revision) {
        var id = box.theId(posting).toString();
        return Client.json(Topics.text(Topics.await(
                "applications",
                told -> told.key().equals(id)
                        && Topics.type(told).equals("org.appel.ApplicationReceived.v1")
                        && Client.json(Topics.text(told)).path("revision").asInt() == revision)));
    }
}
