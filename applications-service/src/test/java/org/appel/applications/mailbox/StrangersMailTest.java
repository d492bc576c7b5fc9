package org.appel.applications.mailbox;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void a_mail_of_the_mailbox_itself_is_a_machines() {
        // Given
        box.posting();

        // When
        box.receive(Eml.from("OMCT", box.address()).subject(SUBJECT).attach("CV.pdf", pdf("CV")));

        // Then
        assertIsAutomatic();
        assertThat(box.last().path("reason").asText()).isEqualTo("own-address");
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

    @Test
    void two_appels_that_write_to_each_other_stop_after_one_message() {
        // Given
        box.posting();
        var theirs = new Postbox(intake);
        theirs.posting();
        theirs.receive(application(Someone.unique()).subject("Ma candidature"));

        // When
        box.receive(Eml.from("Appel", theirs.address())
                .returnPath("<>")
                .subject("Re: " + SUBJECT)
                .header("Auto-Submitted: auto-replied")
                .header("X-Auto-Response-Suppress: All"));

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
