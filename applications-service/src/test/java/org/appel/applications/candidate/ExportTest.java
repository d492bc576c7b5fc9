package org.appel.applications.candidate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.zip.ZipInputStream;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.appel.applications.Candidate;
import org.appel.applications.Client;
import org.appel.applications.Database;
import org.appel.applications.Form;
import org.appel.inspection.CandidateFiles;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;
import org.appel.testing.Topics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.appel.applications.PostingFixture.anOpenPosting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

@QuarkusTest
@RealInfrastructure
class ExportTest {
    private static final byte[] CV = CandidateFiles.pdf("Amina");
    private static final byte[] LETTER = CandidateFiles.docx("Madame, Monsieur");

    @Test
    void the_export_holds_everything_and_the_documents_as_they_were_sent() {
        // Given
        var posting = Client.open(anOpenPosting());
        var candidate = Candidate.applied(posting, form());
        Client.apply(posting, form());
        Client.post(
                "/applications/" + candidate.id() + "/stage",
                Tokens.hr("omct"),
                "{\"stage\": \"longlisted\"}",
                "If-Match",
                "\"2\"");
        acknowledged(posting, candidate.id());

        // When
        var answer = candidate.get("/export");

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/zip");
        assertThat(answer.header("Content-Disposition")).contains("application-" + candidate.id() + ".zip");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        var files = files(answer);
        assertThat(files.keySet())
                .containsExactly("application.json", "documents/1-Résumé.pdf", "documents/2-Résumé.docx");
        assertThat(files.get("documents/1-Résumé.pdf")).isEqualTo(CV);
        assertThat(files.get("documents/2-Résumé.docx")).isEqualTo(LETTER);
        var json = json(files);
        assertThat(json.path("person").toString())
                .isEqualTo("{\"name\":\"Amina Ben Salah\",\"email\":\"amina@example.org\",\"language\":\"en\","
                        + "\"phone\":\"+216 71 000 000\",\"source\":\"reliefweb\"}");
        assertThat(json.path("stage").asText()).isEqualTo("longlisted");
        assertThat(json.path("admission").asText()).isEqualTo("in-time");
        assertThat(json.path("posting").path("organisationName").asText()).isEqualTo("Organisation");
        assertThat(json.path("documents").findValuesAsText("path")).isSubsetOf(files.keySet());
        assertThat(json.path("history").findValuesAsText("what")).containsExactly("received", "updated", "advanced");
        assertThat(json.path("history").findValuesAsText("by"))
                .containsExactly("candidate", "candidate", "organisation");
        assertThat(json.path("arrivals").findValuesAsText("outcome")).containsExactly("accepted", "updated");
        assertThat(json.path("acknowledgements").findValuesAsText("sent")).containsExactly("true");
        assertThat(json.path("mails")).isEmpty();
        assertThat(json.path("retention").isNull()).isTrue();
        assertThat(json.at("/accesses/0/role").asText()).isEqualTo("service");
        assertThat(json.at("/accesses/0/what").asText()).isEqualTo("recipient");
        assertThat(json.toString()).doesNotContain("hr@omct");
    }

    @Test
    void the_consent_is_told_in_its_full_wording() {
        // Given
        var posting = Client.open(anOpenPosting());
        var candidate = Candidate.applied(posting, form());
        var asked = Client.get("/postings/" + posting + "/form", null).json().path("consent");

        // When
        var consent = json(files(candidate.get("/export"))).path("consent");

        // Then
        assertThat(consent.path("wording").asText())
                .isEqualTo(asked.path("version").asText());
        assertThat(consent.path("text").path("en").asText())
                .isEqualTo(asked.path("en").asText())
                .isNotEmpty();
        assertThat(consent.path("text").path("fr").asText())
                .isEqualTo(asked.path("fr").asText());
    }

    @Test
    void a_browser_downloads_it_with_its_cookie() {
        // Given
        var candidate = Candidate.applied(Client.open(anOpenPosting()), form());

        // When
        var answer = Client.get(
                candidate.path() + "/export",
                null,
                "Cookie",
                candidate.browser().cookie(),
                "Accept",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(files(answer)).containsKey("application.json");
    }

    @Test
    void large_documents_come_through_whole() {
        // Given
        var large = large(9_000_000);
        var candidate = Candidate.applied(
                Client.open(anOpenPosting()),
                form().document("other", "one.txt", large).document("other", "two.txt", large));

        // When
        var files = files(candidate.get("/export"));

        // Then
        assertThat(files.get("documents/3-one.txt")).isEqualTo(large);
        assertThat(files.get("documents/4-two.txt")).isEqualTo(large);
    }

    @RepeatedTest(10)
    void an_export_that_fails_midway_does_not_arrive_as_a_whole_one() {
        // Given
        var large = large(3_000_000);
        var posting = Client.open(anOpenPosting());
        var candidate =
                Candidate.applied(posting, Form.of("Amina", "amina@example.org").document("cv", "cv.txt", large));
        Database.update("DELETE FROM content_part WHERE part = 1 AND content_id = (SELECT id FROM document"
                + " WHERE application_id = '" + candidate.id() + "')");

        // When
        var transfer = catchThrowable(() -> candidate.get("/export"));

        // Then
        assertThat(transfer).isInstanceOf(UncheckedIOException.class);
    }

    /** Which does not compress much. */
    private static byte[] large(int characters) {
        var random = new Random(7);
        var text = new StringBuilder();
        while (text.length() < characters) {
            text.append(Long.toString(random.nextLong(), 36)).append('\n');
        }
        return text.toString().getBytes(UTF_8);
    }

    private static Form form() {
        return new Form()
                .application("""
                        {"name": "Amina Ben Salah", "email": "amina@example.org", "language": "en",
                         "phone": "+216 71 000 000", "source": "reliefweb", "consent": {"processing": true}}""")
                .document("cv", "Résumé.pdf", CV)
                .document("cover_letter", "Résumé.docx", LETTER);
    }

    private static void acknowledged(UUID posting, UUID application) {
        Topics.sendEvent("notifications", application.toString(), "org.appel.NotificationSent.v1", """
                {"notificationId": "%s", "kind": "acknowledgement", "postingId": "%s", "applicationId": "%s",
                 "applicationRevision": 1, "sentAt": "2025-07-09T08:00:00Z"}""".formatted(
                        UUID.randomUUID(), posting, application));
        Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(30))
                .until(() -> Client.get("/postings/" + posting + "/ledger", Tokens.hr("omct"))
                                .json()
                                .path("acknowledgements")
                                .path("sent")
                                .asInt()
                        == 1);
    }

    private static Map<String, byte[]> files(Client.Answer answer) {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.bytes()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return files;
    }

    private static JsonNode json(Map<String, byte[]> files) {
        return Client.json(new String(files.get("application.json"), UTF_8));
    }
}
