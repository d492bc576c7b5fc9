package org.appel.applications.intake;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.appel.applications.Client;
import org.appel.applications.Client.Answer;
import org.appel.applications.Form;
import org.appel.applications.PostingFixture;
import org.appel.inspection.CandidateFiles;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;
import org.appel.testing.Topics;

import static org.appel.applications.PostingFixture.anOpenPosting;
import static org.assertj.core.api.Assertions.assertThat;

/** The same intake for a plain form: what a browser is told, and that nothing is judged in another way. */
@QuarkusTest
@RealInfrastructure
class BrowserFormTest {

    @Test
    void who_fills_in_the_form_has_applied_and_is_led_to_the_thanks() {
        // Given
        var posting = Client.open(anOpenPosting().requiring("cv"));
        var form = filledIn(Map.of())
                .document("cv", "CV.pdf", CandidateFiles.pdf("Amina"))
                .document("other", "", new byte[0]);

        // When
        var answer = send(posting, form, "fr");

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(303);
        assertThat(answer.header("Location"))
                .isEqualTo("http://127.0.0.1:8081/careers/fr/postings/" + posting + "/thanks");
        var event = Topics.await("applications", told -> Topics.text(told).contains(posting.toString()));
        var file = Client.get("/applications/" + event.key(), Tokens.hr("omct")).json();
        assertThat(file.path("name").asText()).isEqualTo("Amina Ben Salah");
        assertThat(file.path("email").asText()).isEqualTo("amina@example.org");
        assertThat(file.path("documents").findValuesAsText("name")).containsExactly("CV.pdf");
        assertThat(file.path("consent").path("wording").asText()).isEqualTo("2026-1");
        assertThat(ledger(posting)).containsEntry("accepted", 1).containsEntry("arrived", 1);
    }

    @Test
    void the_same_form_sent_twice_makes_one_application() {
        // Given
        var posting = Client.open(anOpenPosting());
        var form = filledIn(Map.of());
        send(posting, form, "en");

        // When
        var again = send(posting, form, "en");

        // Then
        assertThat(again.status()).isEqualTo(303);
        assertThat(ledger(posting)).containsEntry("accepted", 1).containsEntry("duplicate", 1);
    }

    @Test
    void whoever_clicks_twice_or_more_ends_with_the_first_answer() throws Exception {
        // Given
        var posting = Client.open(anOpenPosting().requiring("cv"));
        var form = filledIn(Map.of()).document("cv", "CV.pdf", CandidateFiles.pdf("Amina"));

        try (var clicks = Executors.newFixedThreadPool(6)) {
            // When
            var answers = clicks.invokeAll(Collections.nCopies(6, (Callable<Answer>) () -> send(posting, form, "fr")));

            // Then
            for (var answer : answers) {
                assertThat(answer.get().status()).as(answer.get().toString()).isEqualTo(303);
            }
        }
        assertThat(ledger(posting))
                .containsEntry("accepted", 1)
                .containsEntry("duplicate", 5)
                .containsEntry("refused", 0);
    }

    @Test
    void the_form_that_is_shown_again_says_how_long_its_posting_keeps_applications() {
        // Given
        var posting = Client.open(anOpenPosting().keptFor(1));

        // When
        var answer = send(posting, filledIn(Map.of("email", "nobody")), "en");

        // Then
        assertThat(page(answer).text()).contains("Retention period: 1 month after the end.");
    }

    @Test
    void a_form_that_was_changed_after_it_was_sent_is_told_so() {
        // Given
        var posting = Client.open(anOpenPosting());
        var key = UUID.randomUUID().toString();
        send(posting, filledIn(Map.of("key", key)), "fr");

        // When
        var changed = send(posting, filledIn(Map.of("key", key, "name", "Somebody else")), "fr");

        // Then
        assertThat(changed.status()).isEqualTo(422);
        assertThat(page(changed).selectFirst("h1").text()).isEqualTo("Ce formulaire a déjà été envoyé");
        assertThat(page(changed).selectFirst("a.button").attr("href"))
                .isEqualTo("http://127.0.0.1:8081/careers/fr/postings/" + posting + "/apply");
    }

    @Test
    void every_fault_is_named_at_its_field_and_what_was_written_is_shown_again() {
        // Given
        var posting = Client.open(anOpenPosting().requiring("cv", "cover_letter"));
        var key = UUID.randomUUID().toString();
        var wrong = filledIn(Map.of(
                        "key",
                        key,
                        "name",
                        " ",
                        "email",
                        "amina@nowhere",
                        "phone",
                        "call me",
                        "consent",
                        "",
                        "language",
                        "en"))
                .document("cover_letter", "lettre.pdf", new byte[] {0, 1, 2, 3, (byte) 0xFE, (byte) 0xFF, 0, 7});

        // When
        var answer = send(posting, wrong, "fr");

        // Then
        assertThat(answer.status()).isEqualTo(422);
        var page = page(answer);
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo("fr");
        assertThat(page.select(".alert a").eachAttr("href"))
                .containsExactlyInAnyOrder("#name", "#email", "#phone", "#consent", "#file-cv", "#file-cover_letter");
        for (var field : List.of("name", "email", "phone", "consent", "file-cv", "file-cover_letter")) {
            var input = page.getElementById(field);
            assertThat(input.attr("aria-invalid")).as(field).isEqualTo("true");
            assertThat(input.attr("aria-describedby")).as(field).contains(field + "-error");
            assertThat(page.getElementById(field + "-error").text()).as(field).isNotBlank();
        }
        assertThat(page.getElementById("email").val()).isEqualTo("amina@nowhere");
        assertThat(page.getElementById("language-en").hasAttr("checked")).isTrue();
        assertThat(page.getElementById("consent").hasAttr("checked")).isFalse();
        assertThat(page.select("input[name=key]").val()).isEqualTo(key);
        assertThat(page.select("form").attr("action")).isEqualTo("page?lang=fr");
        assertThat(page.text())
                .contains("Chargé·e de mission", "J’accepte que mes données")
                .contains("Durée de conservation : 24 mois après la clôture.");
        assertThat(ledger(posting)).containsEntry("accepted", 0).containsEntry("refused", 1);
    }

    @Test
    void the_mended_form_is_taken_with_the_same_key() {
        // Given
        var posting = Client.open(anOpenPosting());
        var key = UUID.randomUUID().toString();
        send(posting, filledIn(Map.of("key", key, "email", "nobody")), "en");

        // When
        var mended = send(posting, filledIn(Map.of("key", key)), "en");

        // Then
        assertThat(mended.status()).as(mended.toString()).isEqualTo(303);
    }

    @Test
    void what_was_written_is_shown_and_never_run() {
        // Given
        var posting = Client.open(anOpenPosting());
        var hostile = "\"><script>alert(1)</script><img src=x onerror=alert(2)>'\u202E😀";

        // When
        var answer = send(
                posting,
                filledIn(Map.of("name", hostile, "email", hostile, "key", "\"><b>", "language", hostile)),
                "en");

        // Then
        assertThat(answer.status()).isIn(400, 422);
        assertThat(page(answer).select("script, img, b, [onerror]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "late, 409, Too late for this vacancy",
        "withdrawn, 410, This vacancy was withdrawn",
        "elsewhere, 409, You cannot apply here",
        "early, 409, Too early for this vacancy"
    })
    void what_cannot_be_taken_is_refused_on_a_page_with_the_status_of_its_reason(
            String how, int status, String heading) {
        // Given
        var posting = Client.open(
                switch (how) {
                    case "late" -> anOpenPosting().closing(Instant.parse("2025-08-03T22:00:00Z"));
                    case "withdrawn" -> withdrawn();
                    case "elsewhere" -> anOpenPosting().appliedElsewhere();
                    default -> anOpenPosting().publishedAt(Instant.now().plusSeconds(3600));
                });

        // When
        var answer = Awaitility.await()
                .until(() -> send(posting, filledIn(Map.of()), "en"), sent -> sent.status() == status);

        // Then
        assertThat(page(answer).selectFirst("h1").text()).isEqualTo(heading);
        assertThat(page(answer).selectFirst("a.button").attr("href"))
                .isEqualTo("http://127.0.0.1:8081/careers/en/postings/" + posting);
    }

    @Test
    void an_unknown_posting_a_missing_key_and_too_long_a_text_have_their_pages() {
        // Given
        var posting = Client.open(anOpenPosting());

        // When
        var unknown = send(UUID.randomUUID(), filledIn(Map.of()), "en");
        var keyless = send(posting, filledIn(Map.of("key", "")), "en");
        var endless = send(posting, filledIn(Map.of("name", "x".repeat(100_000))), "en");
        var noForm = Client.request(
                "POST", "/postings/" + posting + "/applications/page?lang=en", "multipart/form-data", new byte[10]);

        // Then
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(page(unknown).selectFirst("h1").text()).isEqualTo("This vacancy is not known here");
        assertThat(keyless.status()).isEqualTo(400);
        assertThat(page(keyless).selectFirst("h1").text()).isEqualTo("The form is out of date");
        assertThat(endless.status()).isEqualTo(413);
        assertThat(page(endless).selectFirst("h1").text()).isEqualTo("What you sent is too large");
        assertThat(noForm.status()).isBetween(400, 499);
        assertThat(noForm.header("Content-Type")).startsWith("text/html");
    }

    @Test
    void a_form_that_says_it_is_too_large_gets_its_page_before_it_is_read() throws IOException {
        // Given
        var posting = Client.open(anOpenPosting());

        // When
        var answer = begun(posting, 1L << 30, "");

        // Then
        assertThat(answer)
                .startsWith("HTTP/1.1 413 ")
                .contains("text/html", "<html lang=\"fr\"", "L’envoi est trop volumineux");
        assertThat(Awaitility.await().until(() -> ledger(posting), counts -> counts.get("refused") == 1))
                .containsEntry("arrived", 1);
    }

    @Test
    void a_form_that_never_ends_gets_its_page() throws IOException {
        // Given
        var posting = Client.open(anOpenPosting());

        // When
        var answer = begun(posting, 1000, "--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nAmi");

        // Then
        assertThat(answer).startsWith("HTTP/1.1 408 ").contains("L’envoi n’est pas arrivé en entier");
        assertThat(Awaitility.await().until(() -> ledger(posting), counts -> counts.get("refused") == 1))
                .containsEntry("arrived", 1);
    }

    @Test
    void no_address_leads_to_another_site() {
        // Given
        var posting = Client.open(anOpenPosting());

        // When
        var answer = send(posting, filledIn(Map.of()), "//evil.example/%0d%0aLocation:x");

        // Then
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location"))
                .isEqualTo("http://127.0.0.1:8081/careers/en/postings/" + posting + "/thanks");
    }

    @Test
    void a_page_runs_loads_and_keeps_nothing() throws Exception {
        // Given
        var posting = Client.open(anOpenPosting().requiring("cv"));

        // When
        var answer = send(posting, filledIn(Map.of()), "fr");

        // Then
        var style = page(answer).selectFirst("style").data();
        var hash = java.util.Base64.getEncoder()
                .encodeToString(java.security.MessageDigest.getInstance("SHA-256")
                        .digest(style.getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; style-src 'sha256-" + hash
                        + "'; form-action 'self' http://127.0.0.1:8081; base-uri 'none'; frame-ancestors 'none'");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Set-Cookie")).isEmpty();
        assertThat(page(answer).select("script, [style], img, link")).isEmpty();
    }

    static Answer send(UUID posting, Form form, String language) {
        return Client.request(
                "POST",
                "/postings/" + posting + "/applications/page?lang=" + language,
                form.contentType(),
                form.bytes());
    }

    /** The form as somebody fills it in who makes no mistake, but for these fields. */
    static Form filledIn(Map<String, String> others) {
        var fields = new LinkedHashMap<>(Map.of(
                "key", UUID.randomUUID().toString(),
                "wording", "2026-1",
                "name", "Amina Ben Salah",
                "email", "amina@example.org",
                "phone", "",
                "language", "fr",
                "consent", "true"));
        fields.putAll(others);
        var form = new Form();
        fields.forEach((name, value) -> form.part(name, null, "text/plain", value.getBytes(StandardCharsets.UTF_8)));
        return form;
    }

    static Document page(Answer answer) {
        return Jsoup.parse(answer.text());
    }

    private static PostingFixture withdrawn() {
        var posting = anOpenPosting();
        Client.open(posting);
        return posting.withdraw();
    }

    private static String begun(UUID posting, long length, String body) throws IOException {
        try (var socket = new Socket("localhost", Client.uri("/").getPort())) {
            var head = """
                    POST /postings/%s/applications/page?lang=fr HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: multipart/form-data; boundary=x\r
                    Content-Length: %d\r
                    \r
                    """.formatted(posting, length);
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Map<String, Integer> ledger(UUID posting) {
        var ledger = Client.get("/postings/" + posting + "/ledger", Tokens.hr("omct"))
                .json();
        var counts = new LinkedHashMap<String, Integer>();
        for (var name : List.of("arrived", "accepted", "duplicate")) {
            counts.put(name, ledger.path(name).asInt());
        }
        int refused = 0;
        for (var reason : ledger.path("refused")) {
            refused += reason.asInt();
        }
        counts.put("refused", refused);
        return counts;
    }
}
