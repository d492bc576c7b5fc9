package org.appel.applications.mailbox;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.appel.applications.Client;
import org.appel.applications.mailbox.imap.MessageHandler.Disposition;
import org.appel.testing.RealInfrastructure;

import static org.appel.applications.mailbox.Postbox.SUBJECT;
import static org.appel.applications.mailbox.Postbox.application;
import static org.appel.applications.mailbox.Postbox.pdf;
import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of mails of machines, forgers, and people who pass on what others wrote. */
@QuarkusTest
@RealInfrastructure
@TestProfile(ManyMailboxes.class)
class StrangersMailTest {
    @Inject
    MailIntake intake;

    private Postbox box;

    @BeforeEach
    void openTheMailbox() {
        box = new Postbox(intake);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: auto-replied",
                "Auto-Submitted: auto-generated",
                "Precedence: bulk",
                "List-Id: <jobs.example.org>"
            })
    void a_machines_mail_is_neither_an_application_nor_answered(String header) {
        // Given
        var posting = box.posting();

        // When
        var disposition = box.receive(application(Someone.unique()).header(header));

        // Then
        assertThat(disposition).isEqualTo(Disposition.SET_ASIDE);
        assertIsAutomatic();
        assertThat(box.applications(posting)).isEmpty();
    }

    @Test
    void a_mail_with_an_empty_return_path_is_a_machines() {
        // Given
        box.posting();

        // When
        box.receive(application(Someone.unique()).returnPath("<>"));

        // Then
        assertIsAutomatic();
    }

    @Test
    void a_mail_of_the_mailbox_itself_that_brings_nothing_is_a_machines() {
        // Given
        box.posting();

        // When
        box.receive(Eml.from("OMCT", box.address()).subject(SUBJECT));

        // Then
        assertIsAutomatic();
        assertThat(box.last().path("reason").asText()).isEqualTo("own-address");
    }

    @Test
    void what_a_form_sends_by_the_mailboxs_own_address_is_left_to_people_and_never_answered() {
        // Given
        var posting = box.posting();
        box.receive(Eml.from("OMCT", box.address())
                .header("Reply-To: <" + Someone.unique().address() + ">")
                .subject(SUBJECT)
                .attach("CV.pdf", pdf("CV")));
        var id = box.last().path("id").asText();

        // When
        var mail = Client.get("/mailbox/unsorted/" + id, box.hr()).json();
        var answer = Client.post("/mailbox/unsorted/" + id + "/answer", box.hr(), "{\"reason\": \"unknown-vacancy\"}");

        // Then
        assertThat(mail.path("reason").asText()).isEqualTo("own-address");
        assertThat(mail.path("guesses").path(0).path("posting").asText()).isEqualTo(posting.toString());
        assertThat(mail.path("answerable").asBoolean()).isFalse();
        assertThat(answer.status()).isEqualTo(409);
        assertThat(box.applications(posting)).isEmpty();
    }

    @Test
    void what_hr_passes_on_whole_by_the_mailboxs_own_address_is_read_and_assigned_with_its_papers() {
        // Given
        var posting = box.posting();
        var candidate = Someone.unique();
        box.receive(Eml.from("OMCT", box.address()).subject("TR: " + SUBJECT).passingOn(application(candidate)));
        var id = box.last().path("id").asText();

        // When
        var mail = Client.get("/mailbox/unsorted/" + id, box.hr()).json();
        var paper = Client.get("/mailbox/unsorted/" + id + "/parts/1", box.hr());
        var assigned = Client.post(
                "/mailbox/unsorted/" + id + "/assignment", box.hr(), """
                {"posting": "%s", "email": "%s"}""".formatted(posting, candidate.address()));

        // Then
        assertThat(mail.path("reason").asText()).isEqualTo("own-address");
        assertThat(mail.path("parts").path(0).path("name").asText()).isEqualTo("CV.pdf");
        assertThat(paper.bytes()).isEqualTo(pdf("Curriculum vitae"));
        assertThat(assigned.status()).isEqualTo(201);
        assertThat(box.theFile(posting).path("documents").findValuesAsText("kind"))
                .contains("cv");
        assertThat(box.recipient(posting, 1).path("email").asText()).isEqualTo(candidate.address());
    }

    @Test
    void a_mail_of_the_mailbox_itself_that_is_too_large_to_be_fetched_is_left_to_people() {
        // Given
        box.posting();

        // When
        box.receiveCut(Eml.from("OMCT", box.address()).subject(SUBJECT).attach("CV.pdf", pdf("CV")));

        // Then
        assertThat(box.unsorted().path(0).path("reason").asText()).isEqualTo("too-large");
    }

    @Test
    void a_mail_that_the_receiving_server_found_forged_is_left_to_people() {
        // Given
        var posting = box.posting();

        // When
        box.receive(application(Someone.unique())
                .header("Authentication-Results: mx." + box.name() + ".example; dmarc=fail header.from=example.net"));

        // Then
        assertThat(box.unsorted().path(0).path("reason").asText()).isEqualTo("author-forged");
        assertThat(box.unsorted()
                        .path(0)
                        .path("guesses")
                        .path(0)
                        .path("posting")
                        .asText())
                .isEqualTo(posting.toString());
        assertThat(box.applications(posting)).isEmpty();
    }

    @Test
    void whose_mail_a_colleague_passes_on_whole_is_the_candidate() {
        // Given
        var posting = box.posting();
        var candidate = Someone.unique();

        // When
        box.receive(Eml.from("Collègue", "collegue@" + box.name() + ".example")
                .subject("TR: " + SUBJECT)
                .text("Pour la boîte des candidatures.")
                .passingOn(application(candidate)));

        // Then
        var file = box.theFile(posting);
        assertThat(file.path("email").asText()).isEqualTo(candidate.address());
        assertThat(file.path("name").asText()).isEqualTo(candidate.name());
        assertThat(box.recipient(posting, 1).path("email").asText()).isEqualTo(candidate.address());
        assertThat(box.recipient(posting, 1).path("addressOnly").asBoolean()).isFalse();
    }

    @Test
    void a_colleague_makes_an_unclear_subject_clear() {
        // Given
        var posting = box.posting();

        // When
        box.receive(Eml.from("Collègue", "collegue@" + box.name() + ".example")
                .subject("TR: " + SUBJECT)
                .text("C’est pour la boulangerie.")
                .passingOn(application(Someone.unique()).subject("Ma candidature")));

        // Then
        assertThat(box.applications(posting)).hasSize(1);
    }

    @Test
    void a_mail_with_another_one_attached_that_does_not_say_that_it_passes_it_on_is_left_to_people() {
        // Given
        var posting = box.posting();

        // When
        box.receive(Eml.from("Collègue", "collegue@" + box.name() + ".example")
                .subject(SUBJECT)
                .text("C’est pour la boulangerie.")
                .passingOn(application(Someone.unique()).subject("Ma candidature")));

        // Then
        assertThat(box.applications(posting)).isEmpty();
        assertThat(box.unsorted()).hasSize(1);
    }

    @Test
    void a_mail_that_is_passed_on_only_in_quotation_is_left_to_people() {
        // Given
        var posting = box.posting();

        // When
        box.receive(Eml.from("Collègue", "collegue@" + box.name() + ".example")
                .subject("TR: " + SUBJECT)
                .text("""
                        Pour suite à donner.

                        -------- Message transféré --------
                        De : Amina Ben Salah <amina@example.net>
                        Envoyé : lundi 7 juillet 2025 09:00
                        À : collegue@example.org
                        Objet : %s

                        Madame, veuillez trouver mon CV ci-joint.
                        """.formatted(SUBJECT))
                .attach("CV.pdf", pdf("CV")));

        // Then
        assertThat(box.unsorted().path(0).path("reason").asText()).isEqualTo("forwarded");
        assertThat(box.applications(posting)).isEmpty();
    }

    @Test
    void a_prefix_of_forwarding_alone_makes_nobody_else_the_candidate() {
        // Given
        var posting = box.posting();
        var someone = Someone.unique();

        // When
        box.receive(application(someone).subject("TR: " + SUBJECT));

        // Then
        assertThat(box.theFile(posting).path("email").asText()).isEqualTo(someone.address());
    }

    @Test
    void a_stranger_who_passes_on_a_mail_makes_its_author_the_candidate_and_learns_nothing() {
        // Given
        var posting = box.posting();
        var candidate = Someone.unique();

        // When
        box.receive(Eml.from(Someone.unique()).subject("Fwd: " + SUBJECT).passingOn(application(candidate)));

        // Then
        assertThat(box.theFile(posting).path("email").asText()).isEqualTo(candidate.address());
        var recipient = box.recipient(posting, 1);
        assertThat(recipient.path("email").asText()).isEqualTo(candidate.address());
        assertThat(recipient.path("addressOnly").asBoolean()).isTrue();
        assertThat(recipient.path("link").isNull()).isTrue();
    }

    @Test
    void a_stranger_does_not_change_what_somebody_has_sent_before() {
        // Given
        var posting = box.posting();
        var candidate = Someone.unique();
        box.receive(application(candidate));
        var before = box.theFile(posting);

        // When
        box.receive(Eml.from(Someone.unique())
                .subject("Fwd: " + SUBJECT)
                .passingOn(application(candidate, "The stranger's idea of it")));

        // Then
        assertThat(box.theFile(posting)).isEqualTo(before);
        assertThat(box.unsorted().path(0).path("reason").asText()).isEqualTo("forwarded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<mallory@evil.example>", "<mallory at evil.example>", "<mallory@>"})
    void who_writes_in_a_candidates_name_does_not_change_what_the_candidate_has_sent(String returnPath) {
        // Given
        var posting = box.posting();
        var candidate = Someone.unique();
        box.receive(application(candidate));
        var before = box.theFile(posting);

        // When
        box.receive(application(candidate, "The stranger's idea of it").returnPath(returnPath));

        // Then
        assertThat(box.theFile(posting)).isEqualTo(before);
        assertThat(box.unsorted().path(0).path("reason").asText()).isEqualTo("author-unproven");
    }

    @Test
    void who_says_to_be_a_colleague_does_not_change_what_somebody_has_sent() {
        // Given
        var posting = box.posting();
        var candidate = Someone.unique();
        box.receive(application(candidate));
        var before = box.theFile(posting);

        // When
        box.receive(Eml.from("Collègue", "collegue@" + box.name() + ".example")
                .returnPath("<mallory@evil.example>")
                .subject("TR: " + SUBJECT)
                .passingOn(application(candidate, "The stranger's idea of it")));

        // Then
        assertThat(box.theFile(posting)).isEqualTo(before);
        assertThat(box.unsorted().path(0).path("reason").asText()).isEqualTo("forwarded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"collegue", "bounces+collegue"})
    void what_a_colleague_passes_on_brings_an_application_up_to_date(String sender) {
        // Given
        var posting = box.posting();
        var candidate = Someone.unique();
        box.receive(application(candidate));

        // When
        box.receive(Eml.from("Collègue", "collegue@" + box.name() + ".example")
                .returnPath("<" + sender + "@" + box.name() + ".example>")
                .subject("TR: " + SUBJECT)
                .passingOn(application(candidate, "A newer CV")));

        // Then
        assertThat(box.theFile(posting).path("revision").asInt()).isEqualTo(2);
    }

    @Test
    void an_answer_goes_to_the_envelope_sender_and_holds_nothing_personal() {
        // Given
        var posting = box.posting();

        // When
        box.receive(application(Someone.unique()).returnPath("<relay@elsewhere.example>"));

        // Then
        var recipient = box.recipient(posting, 1);
        assertThat(recipient.path("email").asText()).isEqualTo("relay@elsewhere.example");
        assertThat(recipient.path("addressOnly").asBoolean()).isTrue();
        assertThat(recipient.path("name").isNull()).isTrue();
        assertThat(recipient.path("link").isNull()).isTrue();
        assertThat(recipient.path("missing").isNull()).isTrue();
        assertThat(recipient.path("documents")).isEmpty();
    }

    /** With the headers of the letters of notification-service: to a mail, by a return path of ones own, to a form. */
    @ParameterizedTest
    @CsvSource({"auto-replied, <>", "auto-replied, <bounces@appel.example>", "auto-generated, <bounces@appel.example>"})
    void two_appels_that_write_to_each_other_stop_after_one_message(String submitted, String returnPath) {
        // Given
        box.posting();
        var mail = application(Someone.unique());
        box.receive(mail);

        // When
        box.receive(Eml.from("Organisation", "no-reply@appel.example")
                .returnPath(returnPath)
                .messageId("<0197edea-a3b8-767c-9c11-386ef552ddd0.acknowledgement@appel.example>")
                .subject("Candidature reçue\u00a0: " + SUBJECT)
                .header("Reply-To: Organisation <jobs@elsewhere.example>")
                .header("Content-Language: fr")
                .header("Auto-Submitted: " + submitted)
                .header("X-Auto-Response-Suppress: All")
                .header("In-Reply-To: " + mail.messageId())
                .header("References: " + mail.messageId()));

        // Then
        assertIsAutomatic();
    }

    private void assertIsAutomatic() {
        assertThat(box.last().path("outcome").asText()).isEqualTo("automatic");
        assertThat(box.last().path("answer").path("state").asText()).isEqualTo("none");
        assertThat(box.last().path("answer").path("reason").asText())
                .isEqualTo(box.last().path("reason").asText());
        assertThat(box.unsorted()).isEmpty();
        assertThat(box.ledger().path("automatic").asInt()).isEqualTo(1);
    }
}
