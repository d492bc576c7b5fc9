package org.appel.applications.storage;

import java.nio.charset.StandardCharsets;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.appel.applications.CandidateFiles;
import org.appel.applications.Client;
import org.appel.applications.Database;
import org.appel.applications.Form;
import org.appel.testing.RealInfrastructure;

import static org.appel.applications.PostingFixture.anOpenPosting;
import static org.assertj.core.api.Assertions.assertThat;

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
}
