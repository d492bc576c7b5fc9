package org.appel.applications.mailbox;

import java.time.Instant;
import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.appel.applications.CandidateFiles;
import org.appel.applications.Client;
import org.appel.applications.Form;
import org.appel.applications.mailbox.imap.MessageHandler.Disposition;
import org.appel.testing.Contracts;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;
import org.appel.testing.Topics;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RealInfrastructure
@TestProfile(ManyMailboxes.class)
class MailIntakeTest {
    private static final String SUBJECT = "Responsable de la boulangerie de nuit";

    @Inject
    MailIntake intake;

    private Postbox box;

    @BeforeEach
    void openTheMailbox() {
        box = new Postbox(intake);
    }

    @Test
    void a_mail_becomes_an_application_with_its_papers() {
        // Given
        var posting = box.posting(SUBJECT);
        var at = Instant.parse("2025-07-07T07:00:00Z");
        var someone = Someone.unique();

        // When
        var disposition = box.receive(application(someone).attach("lettre de motivation.pdf", pdf("Madame, Monsieur")), at);

        // Then
        assertThat(disposition).isEqualTo(Disposition.TAKEN);
        var file = box.file(box.applications(posting));
        assertThat(file.path("name").asText()).isEqualTo(someone.name());
        assertThat(file.path("email").asText()).isEqualTo(someone.address());
        assertThat(file.path("language").asText()).isEqualTo("fr");
        assertThat(file.path("receivedAt").asText()).isEqualTo(at.toString());
        assertThat(file.path("consent").path("wording").asText()).isEqualTo("by-mail-1");
        assertThat(file.path("admission").asText()).isEqualTo("in-time");
        assertThat(file.path("documents").findValuesAsText("kind")).containsExactly("cv", "cover_letter", "message");
        assertThat(box.last().path("outcome").asText()).isEqualTo("accepted");
    }

    @Test
    void an_application_by_mail_is_told_like_any_other() {
        // Given
        var posting = box.posting(SUBJECT);

        // When
        box.receive(application(Someone.unique()));

        // Then
        var id = box.applications(posting).path(0).path("id").asText();
        var event = Topics.await("applications", told -> told.key().equals(id));
        Contracts.assertValid("org.appel.ApplicationReceived.v1", Topics.text(event));
        assertThat(Client.json(Topics.text(event)).path("door").asText()).isEqualTo("mail");
        assertThat(Client.json(Topics.text(event)).has("unanswered")).isFalse();
    }

    private static Eml application(Someone someone) {
        return Eml.from(someone).subject(SUBJECT).attach("CV.pdf", pdf("Curriculum vitae of " + someone.name()));
    }

    private static byte[] pdf(String text) {
        return CandidateFiles.pdf(text);
    }
}
