package org.appel.applications.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.appel.applications.Client;
import org.appel.applications.Database;
import org.appel.applications.Form;
import org.appel.inspection.CandidateFiles;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;

import static org.appel.applications.PostingFixture.anOpenPosting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@RealInfrastructure
class EncryptionAtRestTest {
    @Test
    void nothing_personal_stands_in_clear_in_any_table() {
        // Given
        var posting = Client.open(anOpenPosting());
        var form = new Form()
                .application("""
                        {"name": "Perpetua Quinnaxby", "email": "perpetua@quinnaxby.example", "language": "en",
                         "phone": "+41 22 555 01 99", "source": "a friend of Zebulon", "consent": {"processing": true}}""")
                .document("cv", "Quinnaxby-CV.txt", "I am known for my zither".getBytes(StandardCharsets.UTF_8))
                .document("cover_letter", "letter.pdf", CandidateFiles.pdf("zither"));

        // When
        var answer = Client.apply(posting, form, "\"perpetua-quinnaxby-1\"");

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(Database.tablesThatShow(answer.id().toString())).contains("application", "document", "arrival");
        for (var personal :
                new String[] {"Perpetua", "Quinnaxby", "+41 22 555", "Zebulon", "zither", "letter.pdf", "%PDF-"}) {
            assertThat(Database.tablesThatShow(personal)).as(personal).isEmpty();
        }
    }

    @Test
    void the_same_person_cannot_be_told_at_two_postings() {
        // Given
        var first = Client.open(anOpenPosting());
        var second = Client.open(anOpenPosting());

        // When
        var one = Client.apply(first, Form.of("Amina", "same@example.org")).id();
        var other = Client.apply(second, Form.of("Amina", "same@example.org")).id();

        // Then
        assertThat(Database.rows("SELECT subject_index FROM application WHERE id IN ('" + one + "', '" + other + "')"))
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void a_document_that_was_changed_where_it_lies_is_never_given_out_as_whole() {
        // Given
        var posting = Client.open(anOpenPosting());
        var letter = "I am known for my zither. ".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        var application = Client.apply(
                        posting, Form.of("Amina", "amina@example.org").document("cv", "cv.txt", letter))
                .id();
        var document = Database.rows("SELECT id FROM document WHERE application_id = '" + application + "'")
                .getFirst();

        // When
        var changed = Database.rows("UPDATE content_part SET sealed = set_byte(sealed, 900000, "
                + "get_byte(sealed, 900000) # 1) WHERE content_id = '" + document + "' AND part = 1 RETURNING part");

        // Then
        assertThat(changed).containsExactly("1");
        assertThatThrownBy(
                        () -> Client.get("/applications/" + application + "/documents/" + document, Tokens.hr("omct")))
                .hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void a_document_put_in_the_place_of_another_does_not_open() {
        // Given
        var posting = Client.open(anOpenPosting());
        var form = Form.of("Amina", "amina@example.org")
                .document("cv", "cv.txt", "one".getBytes(StandardCharsets.UTF_8))
                .document("cover_letter", "letter.txt", "other".getBytes(StandardCharsets.UTF_8));
        var application = Client.apply(posting, form).id();
        var documents = Database.rows("SELECT id FROM document WHERE application_id = '" + application + "'");

        // When
        Database.rows("UPDATE content_part p SET sealed = o.sealed FROM content_part o WHERE p.content_id = '"
                + documents.get(0) + "' AND o.content_id = '" + documents.get(1) + "' RETURNING 1");

        // Then
        assertThat(Client.get("/applications/" + application + "/documents/" + documents.get(0), Tokens.hr("omct"))
                        .status())
                .isEqualTo(500);
    }
}
