package org.appel.applications.mailbox;

import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.appel.applications.Candidate;
import org.appel.applications.Client;
import org.appel.applications.Database;
import org.appel.applications.Form;
import org.appel.testing.RealInfrastructure;

import static org.appel.applications.mailbox.Postbox.SUBJECT;
import static org.appel.applications.mailbox.Postbox.pdf;
import static org.assertj.core.api.Assertions.assertThat;

/** A file that holds CV and letter stays as the letter when only a new CV comes. */
@QuarkusTest
@RealInfrastructure
@TestProfile(ManyMailboxes.class)
class TwoInOneFileTest {
    @Inject
    MailIntake intake;

    private Postbox box;
    private UUID posting;
    private Someone someone;

    @BeforeEach
    void applyWithBothInOneFile() {
        box = new Postbox(intake);
        posting = box.open(box.aPosting().requiring("cv", "cover_letter"));
        someone = Someone.unique();
        box.receive(Eml.from(someone).subject(SUBJECT).attach("CV et lettre de motivation.pdf", pdf("both")));
        assertThat(box.recipient(posting, 1).path("missing")).isEmpty();
    }

    @Test
    void by_the_api() {
        // Given
        var form = Form.of(someone.name(), someone.address()).document("cv", "CV.pdf", pdf("new"));

        // When
        var answer = Client.apply(posting, form);

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertLetterStays();
    }

    @Test
    void by_the_candidates_own_page() {
        // Given
        var candidate = Candidate.of(box.theId(posting));
        var form = new Form().document("file", "CV.pdf", pdf("new"));

        // When
        var answer = Client.request(
                "PUT",
                candidate.path() + "/documents/cv",
                form.contentType(),
                form.bytes(),
                Candidate.HEADER,
                candidate.token());

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertLetterStays();
    }

    @Test
    void by_mail() {
        // Given
        var mail = Eml.from(someone).subject(SUBJECT).attach("CV.pdf", pdf("new"));

        // When
        box.receive(mail);

        // Then
        assertLetterStays();
    }

    @Test
    void a_new_file_that_holds_both_takes_its_place() {
        // Given
        var mail = Eml.from(someone).subject(SUBJECT).attach("CV et lettre de motivation.pdf", pdf("new"));

        // When
        box.receive(mail);

        // Then
        assertThat(document("cover_letter")).isEmpty();
        assertThat(document("cv").orElseThrow().path("receivedAt").asText())
                .isEqualTo(box.theFile(posting).path("updatedAt").asText());
        assertThat(Database.rows("SELECT also_holds[1] FROM document WHERE kind = 'cv' AND application_id = '"
                        + box.theId(posting) + "'"))
                .containsExactly("cover_letter");
    }

    private void assertLetterStays() {
        assertThat(document("cover_letter").orElseThrow().path("name").asText())
                .isEqualTo("CV et lettre de motivation.pdf");
        assertThat(document("cv").orElseThrow().path("name").asText()).isEqualTo("CV.pdf");
        var id = box.theId(posting);
        var letter = box.document(box.theFile(posting), "cover_letter");
        assertThat(Client.get("/applications/" + id + "/documents/" + letter, box.hr())
                        .bytes())
                .isEqualTo(pdf("both"));
        assertThat(Database.rows("SELECT also_holds[1] FROM document WHERE also_holds <> '{}' AND application_id = '"
                        + id + "'"))
                .isEmpty();
    }

    private Optional<JsonNode> document(String kind) {
        for (var document : box.theFile(posting).path("documents")) {
            if (document.path("kind").asText().equals(kind)) {
                return Optional.of(document);
            }
        }
        return Optional.empty();
    }
}
