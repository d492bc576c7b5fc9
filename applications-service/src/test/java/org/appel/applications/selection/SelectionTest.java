package org.appel.applications.selection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
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
class SelectionTest {
    @Test
    void hr_reads_the_whole_file() {
        // Given
        var posting = Client.open(anOpenPosting());
        var id = Client.apply(
                        posting, new Form().application("""
                                        {"name": "Amina Ben Salah", "email": "amina@example.org", "language": "en",
                                         "phone": "+216 71 000 000", "source": "reliefweb",
                                         "consent": {"processing": true}}""").document("cv", "CV.pdf", CandidateFiles.pdf("Amina")))
                .id();

        // When
        var answer = Client.get("/applications/" + id, Tokens.panel("omct"));

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        var file = answer.json();
        assertThat(file.path("name").asText()).isEqualTo("Amina Ben Salah");
        assertThat(file.path("email").asText()).isEqualTo("amina@example.org");
        assertThat(file.path("phone").asText()).isEqualTo("+216 71 000 000");
        assertThat(file.path("source").asText()).isEqualTo("reliefweb");
        assertThat(file.path("nextStages")).extracting(node -> node.asText()).containsExactly("longlisted", "rejected");
        assertThat(file.path("documents").get(0).path("mediaType").asText()).isEqualTo("application/pdf");
    }

    @Test
    void where_candidates_are_protected_a_document_comes_back_without_its_authors_name() {
        // Given
        var plain = Client.open(anOpenPosting());
        var protecting = Client.open(anOpenPosting().protectingCandidates());
        var form = Form.of("Amina", "amina@example.org")
                .document("cv", "cv.pdf", CandidateFiles.pdfBy("Perpetua Quinnaxby", "ten years of zither"));

        // When
        var asSent = cv(Client.apply(plain, form).id());
        var stripped = cv(Client.apply(protecting, form).id());

        // Then
        assertThat(asSent.text()).contains("Quinnaxby");
        assertThat(stripped.status()).isEqualTo(200);
        assertThat(stripped.text()).startsWith("%PDF-").doesNotContain("Quinnaxby");
        assertThat(stripped.header("Content-Length")).isEqualTo(String.valueOf(stripped.bytes().length));
    }

    private static Client.Answer cv(UUID application) {
        var file = Client.get("/applications/" + application, Tokens.hr("omct")).json();
        var document = file.path("documents").path(0).path("id").asText();
        return Client.get("/applications/" + application + "/documents/" + document, Tokens.hr("omct"));
    }

    @Test
    void a_document_comes_back_as_it_was_sent_and_is_only_ever_saved() {
        // Given
        var posting = Client.open(anOpenPosting());
        var cv = CandidateFiles.pdf("Amina");
        var id = Client.apply(posting, Form.of("Amina", "amina@example.org").document("cv", "Résumé.pdf", cv))
                .id();
        var document = Client.get("/applications/" + id, Tokens.hr("omct"))
                .json()
                .path("documents")
                .get(0)
                .path("id")
                .asText();

        // When
        var answer = Client.get("/applications/" + id + "/documents/" + document, Tokens.hr("omct"));

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.bytes()).isEqualTo(cv);
        assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"Resume.pdf\"; filename*=UTF-8''R%C3%A9sum%C3%A9.pdf");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void an_unknown_document_is_not_found() {
        // Given
        var posting = Client.open(anOpenPosting());
        var id = Client.apply(posting, Form.of("Amina", "amina@example.org")).id();

        // When
        var answer = Client.get("/applications/" + id + "/documents/" + UUID.randomUUID(), Tokens.hr("omct"));

        // Then
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("unknown-document");
    }

    @Test
    void a_list_comes_in_pages_the_newest_first() {
        // Given
        var posting = Client.open(anOpenPosting());
        var first = Client.apply(posting, Form.of("A", "a@example.org")).id();
        var second = Client.apply(posting, Form.of("B", "b@example.org")).id();
        var third = Client.apply(posting, Form.of("C", "c@example.org")).id();

        // When
        var page = Client.get("/applications?limit=2&posting=" + posting, Tokens.hr("omct"));
        var next = Client.get(page.json().path("next").asText(), Tokens.hr("omct"));

        // Then
        assertThat(page.json().path("items").findValuesAsText("id"))
                .containsExactly(third.toString(), second.toString());
        assertThat(page.header("Link")).endsWith("; rel=\"next\"");
        assertThat(next.json().path("items").findValuesAsText("id")).containsExactly(first.toString());
        assertThat(next.json().path("next").isNull()).isTrue();
    }

    @Test
    void a_list_is_filtered_by_stage() {
        // Given
        var posting = Client.open(anOpenPosting());
        var first = Client.apply(posting, Form.of("A", "a@example.org")).id();
        Client.apply(posting, Form.of("B", "b@example.org"));
        advance(first, "longlisted", "\"1\"");

        // When
        var list = Client.get("/applications?stage=longlisted&posting=" + posting, Tokens.hr("omct"));

        // Then
        assertThat(list.json().path("items").findValuesAsText("id")).containsExactly(first.toString());
    }

    @Test
    void hr_moves_an_application_on_and_it_is_told() {
        // Given
        var posting = Client.open(anOpenPosting());
        var id = Client.apply(posting, Form.of("Amina", "amina@example.org")).id();

        // When
        var answer = advance(id, "longlisted", "\"1\"");

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().path("stage").asText()).isEqualTo("longlisted");
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        var event = Topics.await(
                "applications",
                told -> told.key().equals(id.toString())
                        && Topics.type(told).equals("org.appel.ApplicationAdvanced.v1"));
        Contracts.assertValid("org.appel.ApplicationAdvanced.v1", Topics.text(event));
    }

    @Test
    void a_move_without_or_with_a_stale_version_is_refused() {
        // Given
        var posting = Client.open(anOpenPosting());
        var id = Client.apply(posting, Form.of("Amina", "amina@example.org")).id();
        advance(id, "longlisted", "\"1\"");

        // When
        var without = Client.post("/applications/" + id + "/stage", Tokens.hr("omct"), "{\"stage\": \"rejected\"}");
        var stale = advance(id, "rejected", "\"1\"");

        // Then
        assertThat(without.status()).isEqualTo(428);
        assertThat(stale.status()).isEqualTo(412);
    }

    @Test
    void a_move_that_the_stage_does_not_have_names_those_it_has() {
        // Given
        var posting = Client.open(anOpenPosting());
        var id = Client.apply(posting, Form.of("Amina", "amina@example.org")).id();

        // When
        var answer = advance(id, "hired", "\"1\"");

        // Then
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("stage-not-reachable");
        assertThat(answer.json().path("reachable"))
                .extracting(node -> node.asText())
                .containsExactly("longlisted", "rejected");
    }

    @Test
    void a_stage_that_does_not_exist_is_refused() {
        // Given
        var posting = Client.open(anOpenPosting());
        var id = Client.apply(posting, Form.of("Amina", "amina@example.org")).id();

        // When
        var answer = advance(id, "famous", "\"1\"");

        // Then
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").findValuesAsText("pointer")).containsExactly("/stage");
    }

    @Test
    void the_history_tells_what_the_candidate_and_hr_did() {
        // Given
        var posting = Client.open(anOpenPosting());
        var id = Client.apply(posting, Form.of("Amina", "amina@example.org")).id();
        Client.apply(posting, Form.of("Amina", "amina@example.org"));
        advance(id, "longlisted", "\"2\"");

        // When
        var history = Client.get("/applications/" + id + "/history", Tokens.hr("omct"))
                .json()
                .path("items");

        // Then
        assertThat(history.findValuesAsText("what")).containsExactly("received", "updated", "advanced");
        assertThat(history.get(2).path("previousStage").asText()).isEqualTo("received");
        assertThat(history.get(2).path("by").asText()).isEqualTo("hr@omct");
    }

    @Test
    void the_csv_has_a_line_for_each_application_and_runs_nothing() {
        // Given
        var posting = Client.open(anOpenPosting());
        Client.apply(
                posting, Form.of("=HYPERLINK(1)", "a@example.org").document("cv", "CV.pdf", CandidateFiles.pdf("A")));
        Client.apply(posting, Form.of("Zoé, D.", "zoe@example.org"));

        // When
        var answer = Client.get("/postings/" + posting + "/applications.csv", Tokens.hr("omct"));

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/csv");
        assertThat(answer.header("Content-Disposition")).contains("applications-" + posting + ".csv");
        var lines = answer.text().split("\r\n");
        assertThat(lines).hasSize(3);
        assertThat(lines[0]).startsWith("\uFEFFid,received_at,").endsWith(",documents");
        assertThat(lines[1]).contains("\"'=HYPERLINK(1)\"", "a@example.org").endsWith("cv: CV.pdf");
        assertThat(lines[2]).contains("\"Zoé, D.\"");
    }

    @Test
    void the_ledger_follows_the_acknowledgements() {
        // Given
        var posting = Client.open(anOpenPosting());
        var first = Client.apply(posting, Form.of("A", "a@example.org")).id();
        var second = Client.apply(posting, Form.of("B", "b@example.org")).id();
        Client.apply(posting, Form.of("C", "c@example.org"));

        // When
        acknowledged(posting, first, "Sent", "\"sentAt\": \"2025-07-09T08:00:00Z\"");
        acknowledged(posting, second, "Failed", "\"failedAt\": \"2025-07-09T08:00:00Z\", \"reason\": \"rejected-5xx\"");

        // Then
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var ledger = ledger(posting);
            assertThat(ledger.path("acknowledgements").toString())
                    .startsWith(
                            "{\"owed\":3,\"sent\":1,\"failed\":{\"rejected-5xx\":1},\"suppressed\":{},\"pending\":1,");
            assertThat(ledger.at("/acknowledgements/pendingSince").asText()).isNotEmpty();
            assertThat(ledger.path("balanced").asBoolean()).isTrue();
        });
    }

    @Test
    void an_acknowledgement_that_was_sent_after_all_is_no_failure() {
        // Given
        var posting = Client.open(anOpenPosting());
        var id = Client.apply(posting, Form.of("A", "a@example.org")).id();

        // When
        acknowledged(posting, id, "Sent", "\"sentAt\": \"2025-07-09T09:00:00Z\"");
        acknowledged(posting, id, "Failed", "\"failedAt\": \"2025-07-09T08:00:00Z\", \"reason\": \"gave-up\"");
        acknowledged(posting, id, "Sent", "\"sentAt\": \"2025-07-09T09:00:01Z\"");

        // Then
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        ledger(posting).path("acknowledgements").toString())
                .isEqualTo(
                        "{\"owed\":1,\"sent\":1,\"failed\":{},\"suppressed\":{},\"pending\":0,\"pendingSince\":null}"));
    }

    @Test
    void a_service_learns_whom_to_write_to() {
        // Given
        var posting = Client.open(anOpenPosting());
        var id = Client.apply(
                        posting,
                        Form.of("Amina", "amina@example.org").document("cv", "CV.pdf", CandidateFiles.pdf("A")))
                .id();

        // When
        var recipient = Client.get("/applications/" + id + "/recipient", Tokens.service());

        // Then
        assertThat(recipient.status()).isEqualTo(200);
        assertThat(recipient.json().path("applicationId").asText()).isEqualTo(id.toString());
        assertThat(recipient.json().path("email").asText()).isEqualTo("amina@example.org");
        assertThat(recipient.json().path("documents").toString()).isEqualTo("[{\"kind\":\"cv\",\"name\":\"CV.pdf\"}]");
        assertThat(Client.get("/applications/" + id + "/recipient", Tokens.hr("omct"))
                        .status())
                .isEqualTo(403);
    }

    private static void acknowledged(UUID posting, UUID application, String what, String more) {
        Topics.sendEvent(
                "notifications", application.toString(), "org.appel.Notification" + what + ".v1", """
                {"notificationId": "%s", "kind": "acknowledgement", "postingId": "%s", "applicationId": "%s",
                 "applicationRevision": 1, %s}""".formatted(
                                UUID.randomUUID(), posting, application, more));
    }

    private static com.fasterxml.jackson.databind.JsonNode ledger(UUID posting) {
        return Client.get("/postings/" + posting + "/ledger", Tokens.hr("omct")).json();
    }

    @Test
    void the_ledger_is_balanced_at_every_moment_while_applications_come_in() throws Exception {
        // Given
        var posting = Client.open(anOpenPosting());
        var arriving = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 150; i++) {
                Client.apply(posting, Form.of("A", "a" + i + "@example.org"));
            }
        });

        // When
        var seen = new ArrayList<String>();
        while (arriving.isAlive()) {
            seen.add(Client.get("/postings/" + posting + "/ledger", Tokens.hr("omct"))
                    .json()
                    .toString());
        }

        // Then
        assertThat(seen).hasSizeGreaterThan(10).allMatch(ledger -> ledger.contains("\"balanced\":true"));
    }

    private static Client.Answer advance(UUID id, String stage, String version) {
        return Client.post(
                "/applications/" + id + "/stage",
                Tokens.hr("omct"),
                "{\"stage\": \"" + stage + "\"}",
                "If-Match",
                version);
    }
}
