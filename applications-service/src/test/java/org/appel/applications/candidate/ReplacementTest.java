package org.appel.applications.candidate;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.appel.applications.Candidate;
import org.appel.applications.Client;
import org.appel.applications.Database;
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
class ReplacementTest {
    private static final byte[] OLD = CandidateFiles.pdf("old");
    private static final byte[] NEW = CandidateFiles.pdf("new");

    @Test
    void a_document_takes_the_place_of_the_older_one_and_it_is_told() {
        // Given
        var posting = Client.open(anOpenPosting());
        var candidate = somebody(posting);
        var old = documents(candidate).get(0).path("id").asText();

        // When
        var answer = put(candidate, "cv", new Form().document("file", "CV neu.pdf", NEW));

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().path("revision").asInt()).isEqualTo(2);
        var documents = documents(candidate);
        assertThat(documents.findValuesAsText("kind")).containsExactlyInAnyOrder("cv", "cover_letter");
        var cv = Stream.iterate(0, i -> i < documents.size(), i -> i + 1)
                .map(documents::get)
                .filter(document -> document.path("kind").asText().equals("cv"))
                .findFirst()
                .orElseThrow();
        assertThat(cv.path("name").asText()).isEqualTo("CV neu.pdf");
        assertThat(candidate.get("/documents/" + cv.path("id").asText()).bytes())
                .isEqualTo(NEW);
        assertThat(candidate.get("/documents/" + old).status()).isEqualTo(404);
        var event = Topics.await(
                "applications",
                told -> told.key().equals(candidate.id().toString())
                        && Topics.text(told).contains("\"revision\":2"));
        Contracts.assertValid("org.appel.ApplicationReceived.v1", Topics.text(event));
        assertThat(ledger(posting).path("updated").asInt()).isEqualTo(1);
        assertThat(ledger(posting).path("acknowledgements").path("owed").asInt())
                .isEqualTo(2);
        assertThat(ledger(posting).path("balanced").asBoolean()).isTrue();
        assertThat(history(candidate)).containsExactly("received", "updated");
    }

    @Test
    void a_body_that_is_the_file_is_named_by_its_kind() {
        // Given
        var candidate = somebody(Client.open(anOpenPosting()));

        // When
        var answer = Client.request(
                "PUT", candidate.path() + "/documents/cv", "application/pdf", NEW, Candidate.HEADER, candidate.token());

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(documents(candidate).findValuesAsText("name")).contains("cv.pdf");
    }

    @Test
    void several_files_take_the_place_of_all_of_that_kind() {
        // Given
        var candidate = somebody(Client.open(anOpenPosting()));
        put(candidate, "other", new Form().document("file", "one.pdf", OLD));

        // When
        put(candidate, "other", new Form().document("file", "two.pdf", NEW).document("file", "three.pdf", OLD));

        // Then
        assertThat(documents(candidate).findValuesAsText("name"))
                .containsExactly("CV.pdf", "letter.pdf", "two.pdf", "three.pdf");
    }

    @Test
    void a_file_that_the_intake_would_refuse_is_refused_and_the_old_one_stays() {
        // Given
        var posting = Client.open(anOpenPosting());
        var candidate = somebody(posting);

        // When
        var exe = put(candidate, "cv", new Form().document("file", "cv.pdf", CandidateFiles.exe()));
        var locked = put(candidate, "cv", new Form().document("file", "cv.pdf", CandidateFiles.pdf("x", "secret")));
        var empty = put(candidate, "cv", new Form().document("file", "cv.pdf", new byte[0]));
        var none = put(candidate, "cv", new Form().part("note", null, "text/plain", new byte[1]));
        var large = put(candidate, "cv", new Form().document("file", "cv.pdf", new byte[(10 << 20) + 1]));
        var kind = put(candidate, "passport", new Form().document("file", "cv.pdf", NEW));

        // Then
        assertThat(List.of(exe, locked, empty, none, large, kind))
                .allSatisfy(answer ->
                        assertThat(answer.status()).as(answer.toString()).isEqualTo(422));
        assertThat(exe.json().path("errors").findValuesAsText("pointer")).containsExactly("/documents/cv");
        assertThat(documents(candidate).findValuesAsText("name")).containsExactly("CV.pdf", "letter.pdf");
        assertThat(candidate.get("").json().path("revision").asInt()).isEqualTo(1);
        assertThat(ledger(posting).path("refused").path("invalid-application").asInt())
                .isEqualTo(6);
        assertThat(ledger(posting).path("balanced").asBoolean()).isTrue();
    }

    @Test
    void a_file_that_is_replaced_while_another_is_compared_with_it_is_replaced_once_more() throws Exception {
        // Given
        var candidate = somebody(Client.open(anOpenPosting()));
        var cv = " WHERE application_id = '" + candidate.id() + "' AND kind = 'cv'";
        try (var other = Database.connect();
                var replacing = other.createStatement();
                var requests = Executors.newVirtualThreadPerTaskExecutor()) {
            other.setAutoCommit(false);
            replacing.execute("LOCK TABLE content_part IN ACCESS EXCLUSIVE MODE");
            var same = requests.submit(() -> put(candidate, "cv", new Form().document("file", "CV.pdf", OLD)));
            Awaitility.await()
                    .until(() -> !Database.rows("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                                    + " AND query LIKE 'SELECT sealed FROM content_part%'")
                            .isEmpty());

            // When
            replacing.execute("DELETE FROM content_part WHERE content_id IN (SELECT id FROM document" + cv + ")");
            replacing.execute("DELETE FROM document" + cv);
            replacing.execute("UPDATE application SET version = version + 1 WHERE id = '" + candidate.id() + "'");
            other.commit();

            // Then
            assertThat(same.get().status()).isEqualTo(200);
        }
        assertThat(documents(candidate).findValuesAsText("name")).containsExactlyInAnyOrder("CV.pdf", "letter.pdf");
    }

    @Test
    void the_very_same_file_again_changes_nothing() {
        // Given
        var posting = Client.open(anOpenPosting());
        var candidate = somebody(posting);

        // When
        var again = put(candidate, "cv", new Form().document("file", "CV.pdf", OLD));
        var renamed = put(candidate, "cv", new Form().document("file", "Lebenslauf.pdf", OLD));

        // Then
        assertThat(again.json().path("revision").asInt()).isEqualTo(1);
        assertThat(renamed.json().path("revision").asInt()).isEqualTo(2);
        assertThat(ledger(posting).path("duplicate").asInt()).isEqualTo(1);
        assertThat(ledger(posting).path("balanced").asBoolean()).isTrue();
    }

    @Test
    void after_the_deadline_nothing_is_replaced() {
        // Given
        var fixture = anOpenPosting().closing(Instant.now().plusSeconds(600));
        var posting = Client.open(fixture);
        var candidate = somebody(posting);
        fixture.extendedTo(Instant.now().minusSeconds(60)).amend("amendment");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !candidate.get("").json().path("replaceable").asBoolean());

        // When
        var answer = put(candidate, "cv", new Form().document("file", "CV.pdf", NEW));

        // Then
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("deadline-passed");
        assertThat(candidate.get("").json().path("replaceableUntil").isNull()).isTrue();
        assertThat(ledger(posting).path("refused").path("deadline-passed").asInt())
                .isEqualTo(1);
        var browser = candidate.browser();
        assertThat(browser.get("").text())
                .contains("Les documents ne peuvent plus être remplacés ici.")
                .doesNotContain("type=\"file\"");
    }

    @Test
    void what_was_withdrawn_or_decided_takes_no_document() {
        // Given
        var posting = Client.open(anOpenPosting());
        var candidate = somebody(posting);
        candidate.post("/withdrawal");

        // When
        var answer = put(candidate, "cv", new Form().document("file", "CV.pdf", NEW));

        // Then
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("application-settled");
        assertThat(ledger(posting).path("balanced").asBoolean()).isTrue();
    }

    @Test
    void a_kind_that_became_required_is_missing_until_it_is_sent() {
        // Given
        var closesAt = Instant.now().plusSeconds(6000).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        var fixture = anOpenPosting().closing(closesAt);
        var posting = Client.open(fixture);
        var candidate = somebody(posting);
        fixture.requiring("cv", "reference").extendedTo(closesAt).amend("amendment");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Candidate.recipient(candidate.id()).path("missing").toString(), "[\"reference\"]"::equals);
        var recipient = Candidate.recipient(candidate.id());
        var page = candidate.browser().get("").text();

        // When
        put(candidate, "reference", new Form().document("file", "ref.pdf", NEW));

        // Then
        assertThat(recipient.path("missingUntil").asText()).isEqualTo(closesAt.toString());
        assertThat(page)
                .contains("Il manque un document", "Lettre de référence", "<span class=\"tag\">manquant</span>");
        assertThat(Candidate.recipient(candidate.id()).path("missing")).isEmpty();
    }

    @Test
    void a_form_replaces_and_goes_back() {
        // Given
        var candidate = somebody(Client.open(anOpenPosting()));
        var browser = candidate.browser();

        // When
        var answer = browser.post("/page/documents", form(browser, "cv").document("file", "neu.pdf", NEW));

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo(candidate.path() + "?done=replaced");
        assertThat(browser.get("?done=replaced").text()).contains("neu.pdf", "Votre document est arrivé");
    }

    @Test
    void a_form_whose_file_is_not_taken_says_why_and_keeps_the_old_one() {
        // Given
        var candidate = somebody(Client.open(anOpenPosting()));
        var browser = candidate.browser();

        // When
        var bad = browser.post("/page/documents", form(browser, "cv").document("file", "cv.pdf", CandidateFiles.exe()));
        var empty = browser.post("/page/documents", form(browser, "cv").document("file", "", new byte[0]));

        // Then
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.text()).contains("role=\"alert\"", "Le document n’a pas été pris en compte", "CV.pdf");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(candidate.get("").json().path("revision").asInt()).isEqualTo(1);
    }

    @Test
    void a_form_from_elsewhere_replaces_nothing() {
        // Given
        var candidate = somebody(Client.open(anOpenPosting()));
        var browser = candidate.browser();

        // When
        var answer = browser.post(
                "/page/documents",
                new Form()
                        .part("form", null, "text/plain", "abc".getBytes(StandardCharsets.UTF_8))
                        .part("kind", null, "text/plain", "cv".getBytes(StandardCharsets.UTF_8))
                        .document("file", "cv.pdf", NEW));

        // Then
        assertThat(answer.status()).isEqualTo(403);
        assertThat(candidate.get("").json().path("revision").asInt()).isEqualTo(1);
    }

    @Test
    void of_many_replacements_at_once_each_is_a_revision_and_one_file_is_left() throws Exception {
        // Given
        var posting = Client.open(anOpenPosting());
        var candidate = somebody(posting);

        // When
        List<Client.Answer> answers;
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = executor
                    .invokeAll(IntStream.range(0, 8)
                            .<Callable<Client.Answer>>mapToObj(i -> () -> put(
                                    candidate,
                                    "cv",
                                    new Form().document("file", i + ".pdf", CandidateFiles.pdf("n" + i))))
                            .toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }

        // Then
        assertThat(answers).extracting(Client.Answer::status).containsOnly(200);
        assertThat(candidate.get("").json().path("revision").asInt()).isEqualTo(9);
        assertThat(documents(candidate).findValuesAsText("kind")).containsExactlyInAnyOrder("cv", "cover_letter");
        assertThat(Database.rows("SELECT revision FROM arrival WHERE application_id = '" + candidate.id()
                        + "' ORDER BY revision"))
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(ledger(posting).path("balanced").asBoolean()).isTrue();
    }

    private static Form form(Candidate.Browser browser, String kind) {
        return new Form()
                .part("form", null, "text/plain", browser.formToken("").getBytes(StandardCharsets.UTF_8))
                .part("kind", null, "text/plain", kind.getBytes(StandardCharsets.UTF_8));
    }

    private static Candidate somebody(UUID posting) {
        return Candidate.applied(
                posting,
                Form.of("Amina", "amina@example.org")
                        .document("cv", "CV.pdf", OLD)
                        .document("cover_letter", "letter.pdf", OLD));
    }

    private static Client.Answer put(Candidate candidate, String kind, Form form) {
        return Client.request(
                "PUT",
                candidate.path() + "/documents/" + kind,
                form.contentType(),
                form.bytes(),
                Candidate.HEADER,
                candidate.token());
    }

    private static JsonNode documents(Candidate candidate) {
        return candidate.get("").json().path("documents");
    }

    private static JsonNode ledger(UUID posting) {
        return Client.get("/postings/" + posting + "/ledger", Tokens.hr("omct")).json();
    }

    private static List<String> history(Candidate candidate) {
        return Client.get("/applications/" + candidate.id() + "/history", Tokens.hr("omct"))
                .json()
                .path("items")
                .findValuesAsText("what");
    }
}
