package org.appel.applications.intake;

import java.nio.charset.StandardCharsets;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.appel.applications.Client;
import org.appel.applications.Form;
import org.appel.inspection.CandidateFiles;
import org.appel.testing.Contracts;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;
import org.appel.testing.Topics;

import static org.appel.applications.PostingFixture.anOpenPosting;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RealInfrastructure
class IntakeTest {
    @Test
    void an_application_with_its_documents_is_taken() {
        // Given
        var posting = Client.open(anOpenPosting().requiring("cv", "cover_letter"));

        // When
        var answer = Client.apply(
                posting,
                Form.of("Amina Ben Salah", "amina@example.org")
                        .document("cv", "CV.pdf", CandidateFiles.pdf("Amina"))
                        .document("cover_letter", "lettre.docx", CandidateFiles.docx("Madame")));

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(answer.header("Location")).endsWith("/applications/" + answer.id());
        assertThat(answer.json().path("posting").asText()).isEqualTo(posting.toString());
        assertThat(answer.json().path("stage").asText()).isEqualTo("received");
        assertThat(answer.json().path("revision").asInt()).isEqualTo(1);
        assertThat(answer.json().path("updated").asBoolean()).isFalse();
    }

    @Test
    void an_application_is_told_as_its_contract_says() {
        // Given
        var posting = Client.open(anOpenPosting());

        // When
        var id = Client.apply(posting, Form.of("Amina", "amina@example.org")).id();

        // Then
        var event = Topics.await("applications", told -> id.toString().equals(told.key()));
        assertThat(Topics.type(event)).isEqualTo("org.appel.ApplicationReceived.v1");
        Contracts.assertValid("org.appel.ApplicationReceived.v1", Topics.text(event));
        assertThat(Topics.text(event)).contains(posting.toString(), "\"omct\"", "\"fr\"", "\"api\"");
    }

    @Test
    void the_same_person_applying_again_updates_the_one_application() {
        // Given
        var posting = Client.open(anOpenPosting().requiring("cv"));
        var first = Client.apply(
                posting,
                Form.of("Amina", "Amina.Ben@Example.org").document("cv", "old.pdf", CandidateFiles.pdf("old")));

        // When
        var second = Client.apply(
                posting,
                Form.of("Amina Ben Salah", " amina.ben@example.ORG ")
                        .document("cover_letter", "letter.txt", "Dear all".getBytes()));

        // Then
        assertThat(second.status()).as(second.toString()).isEqualTo(200);
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.json().path("updated").asBoolean()).isTrue();
        assertThat(second.json().path("revision").asInt()).isEqualTo(2);
        var file = Client.get("/applications/" + first.id(), Tokens.hr("omct")).json();
        assertThat(file.path("name").asText()).isEqualTo("Amina Ben Salah");
        assertThat(file.path("documents").findValuesAsText("name")).containsExactly("old.pdf", "letter.txt");
        Topics.await(
                "applications",
                told -> Topics.text(told).contains(first.id().toString())
                        && Topics.text(told).contains("\"revision\":2"));
    }

    @Test
    void a_document_of_a_kind_replaces_those_of_its_kind() {
        // Given
        var posting = Client.open(anOpenPosting().requiring("cv"));
        var id = Client.apply(
                        posting,
                        Form.of("Amina", "amina@example.org").document("cv", "old.pdf", CandidateFiles.pdf("old")))
                .id();

        // When
        Client.apply(
                posting, Form.of("Amina", "amina@example.org").document("cv", "new.pdf", CandidateFiles.pdf("new")));

        // Then
        var file = Client.get("/applications/" + id, Tokens.hr("omct")).json();
        assertThat(file.path("documents").findValuesAsText("name")).containsExactly("new.pdf");
    }

    @Test
    void everything_wrong_is_named_at_once() {
        // Given
        var posting = Client.open(anOpenPosting().requiring("cv", "cover_letter"));
        var form = new Form()
                .application("""
                        {"name": " ", "email": "nobody", "language": "de", "nickname": "x",
                         "consent": {"processing": false}}""")
                .document("cv", "cv.pdf", CandidateFiles.html())
                .document("selfie", "me.pdf", CandidateFiles.pdf("me"));

        // When
        var answer = Client.apply(posting, form);

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.problem()).isEqualTo("invalid-application");
        assertThat(answer.json().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder(
                        "/application/nickname",
                        "/application/name",
                        "/application/language",
                        "/application/consent/processing",
                        "/documents/cv",
                        "/documents/selfie",
                        "/documents/cover_letter");
    }

    @Test
    void the_wording_that_was_shown_may_come_along_and_no_other() {
        // Given
        var posting = Client.open(anOpenPosting());
        var shown = Client.get("/postings/" + posting + "/form", null)
                .json()
                .path("consent")
                .path("version")
                .asText();

        // When
        var answer = Client.apply(posting, agreedTo(shown));
        var unknown = Client.apply(posting, agreedTo("1999-1"));
        var byMail = Client.apply(posting, agreedTo("by-mail-1"));

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.json().path("errors").findValuesAsText("pointer"))
                .containsExactly("/application/consent/wording");
        assertThat(byMail.status()).isEqualTo(422);
    }

    private static Form agreedTo(String wording) {
        return new Form().application("""
                {"name": "Amina", "email": "amina@example.org", "language": "fr",
                 "consent": {"processing": true, "wording": "%s"}}""".formatted(wording));
    }

    @Test
    void an_address_that_cannot_be_answered_is_refused() {
        // Given
        var posting = Client.open(anOpenPosting());

        // When
        var answer = Client.apply(posting, Form.of("Amina", "amina@localhost"));

        // Then
        assertThat(answer.json().path("errors").findValuesAsText("pointer")).containsExactly("/application/email");
    }

    @Test
    void an_application_that_is_no_json_is_refused_with_the_rest() {
        // Given
        var posting = Client.open(anOpenPosting().requiring("cv"));

        // When
        var answer = Client.apply(posting, new Form().application("{"));

        // Then
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").findValuesAsText("pointer"))
                .containsExactly("/application", "/documents/cv");
    }

    @Test
    void a_document_of_more_than_ten_mebibytes_is_refused() {
        // Given
        var posting = Client.open(anOpenPosting());
        var large = new byte[(10 << 20) + 1];

        // When
        var answer = Client.apply(posting, Form.of("Amina", "amina@example.org").document("cv", "cv.pdf", large));

        // Then
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("/documents/cv", "larger than 10 MiB");
    }

    @Test
    void a_name_with_folders_and_accents_is_kept_harmless() {
        // Given
        var posting = Client.open(anOpenPosting());
        var form =
                Form.of("Zoé", "zoe@example.org").document("cv", "../../Résumé d’été.doc", CandidateFiles.pdf("Zoé"));

        // When
        var id = Client.apply(posting, form).id();

        // Then
        var file = Client.get("/applications/" + id, Tokens.hr("omct")).json();
        assertThat(file.path("documents").findValuesAsText("name")).containsExactly("Résumé d’été.doc.pdf");
    }

    @Test
    void the_application_may_come_as_a_file_and_empty_file_fields_are_no_documents() {
        // Given
        var posting = Client.open(anOpenPosting());
        var form = new Form()
                .part(
                        "application",
                        "application.json",
                        "application/json",
                        Form.json("A", "a@example.org").getBytes())
                .part("cv", "", "application/octet-stream", new byte[0]);

        // When
        var answer = Client.apply(posting, form);

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
    }

    @Test
    void an_application_that_is_as_large_as_a_document_is_refused_unread() {
        // Given
        var posting = Client.open(anOpenPosting());
        var large = ("[" + "[],".repeat(100_000) + "[]]").getBytes(StandardCharsets.UTF_8);

        // When
        var answer = Client.apply(posting, new Form().part("application", "a.json", "application/json", large));

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
        assertThat(answer.json().path("errors").path(0).path("pointer").asText())
                .isEqualTo("/application");
        assertThat(answer.json().path("errors").path(0).path("detail").asText())
                .isEqualTo("The part is larger than 64 KiB");
    }

    @Test
    void an_empty_document_is_refused() {
        // Given
        var posting = Client.open(anOpenPosting());

        // When
        var answer = Client.apply(posting, Form.of("Amina", "amina@example.org").document("cv", "cv.pdf", new byte[0]));

        // Then
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("The file is empty");
    }

    @Test
    void an_unknown_posting_is_refused() {
        // When
        var answer = Client.apply(java.util.UUID.randomUUID(), Form.of("Amina", "amina@example.org"));

        // Then
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("unknown-posting");
    }

    @Test
    void a_posting_that_is_applied_for_elsewhere_is_refused() {
        // Given
        var posting = Client.open(anOpenPosting().appliedElsewhere());

        // When
        var answer = Client.apply(posting, Form.of("Amina", "amina@example.org"));

        // Then
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("applies-elsewhere");
    }
}
