package org.appel.applications.candidate;

import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.appel.applications.Candidate;
import org.appel.applications.Client;
import org.appel.applications.Database;
import org.appel.applications.Form;
import org.appel.inspection.CandidateFiles;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;

import static org.appel.applications.PostingFixture.anOpenPosting;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RealInfrastructure
class PageTest {
    private static final Pattern STYLE = Pattern.compile("<style>(.*)</style>", Pattern.DOTALL);

    @Test
    void the_link_gives_a_cookie_and_goes_on_without_the_token() {
        // Given
        var candidate = somebody();

        // When
        var answer = candidate.open();

        // Then
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo(candidate.path());
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.text()).isEmpty();
        assertThat(answer.header("Set-Cookie").split(";"))
                .contains("Path=" + candidate.path(), "Max-Age=1800", "Secure", "HttpOnly", "SameSite=Strict");
        assertThat(answer.header("Set-Cookie")).doesNotContain(candidate.token());
    }

    @Test
    void the_page_shows_the_application_in_the_candidates_language() {
        // Given
        var browser = somebody().browser();

        // When
        var page = browser.get("");

        // Then
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualToIgnoringCase("text/html;charset=UTF-8");
        assertThat(page.text())
                .contains("<html lang=\"fr\">", "Votre candidature est bien arrivée.", "Amina Ben Salah", "CV.pdf")
                .contains("lang=\"en\" hreflang=\"en\">English</a>")
                .doesNotContain(browser.candidate().token());
        assertThat(browser.get("?lang=en").text())
                .contains("<html lang=\"en\">", "Your application has arrived.", "page/withdrawal?lang=en");
    }

    @Test
    void the_page_runs_and_loads_and_leaks_nothing() throws Exception {
        // Given
        var browser = somebody().browser();

        // When
        var page = browser.get("");

        // Then
        var style = STYLE.matcher(page.text());
        assertThat(style.find()).isTrue();
        var hash = java.util.Base64.getEncoder()
                .encodeToString(java.security.MessageDigest.getInstance("SHA-256")
                        .digest(style.group(1).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(page.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; style-src 'sha256-" + hash
                        + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.text()).doesNotContain("<script", "style=\"", "http://", "https://", "onclick");
    }

    @Test
    void what_a_candidate_wrote_is_shown_and_never_run() {
        // Given
        var posting = Client.open(anOpenPosting());
        var browser = Candidate.applied(posting, new Form().application("""
                        {"name": "<script>alert(1)</script>", "email": "amina@example.org", "language": "en",
                         "source": "\\"><img src=x>", "consent": {"processing": true}}""")).browser();

        // When
        var page = browser.get("").text();

        // Then
        assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContain("<script", "<img");
    }

    @Test
    void each_stage_between_the_pile_and_the_decision_looks_the_same() {
        // Given
        var candidate = somebody();
        var browser = candidate.browser();

        // When
        var pages = Stream.of("longlisted", "written-test", "panel-interview", "offered")
                .map(stage -> {
                    advance(candidate.id(), stage);
                    return browser.get("").text().replaceAll("<dd>.*</dd>|value=\"[^\"]*\"", "");
                })
                .distinct();

        // Then
        assertThat(pages).singleElement().asString().contains("Votre candidature est à l’étude.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rejected", "longlisted,offered,hired"})
    void a_page_does_not_tell_the_decision(String way) {
        // Given
        var candidate = somebody();
        Stream.of(way.split(",")).forEach(stage -> advance(candidate.id(), stage));

        // When
        var page = candidate.browser().get("").text();

        // Then
        assertThat(page)
                .contains("Une décision a été prise sur votre candidature.")
                .doesNotContain("rejected", "hired", "page/withdrawal");
        assertThat(candidate.get("").text()).contains("\"concluded\"").doesNotContain("rejected", "hired");
    }

    @Test
    void looking_changes_nothing_whatever_is_looked_at() {
        // Given
        var candidate = somebody();
        var before = state(candidate);

        // When
        var browser = candidate.browser();
        Stream.of("", "?lang=en&done=withdrawn", "/page/withdrawal", "/page/erasure")
                .forEach(browser::get);
        candidate.open();
        Client.request("HEAD", candidate.path() + "?token=" + candidate.token(), "text/plain", new byte[0]);

        // Then
        assertThat(state(candidate)).isEqualTo(before);
        assertThat(candidate.get("").json().path("progress").asText()).isEqualTo("received");
    }

    @Test
    void a_form_withdraws_and_goes_back() {
        // Given
        var browser = somebody().browser();
        assertThat(browser.get("/page/withdrawal").text()).contains("Voulez-vous retirer votre candidature");

        // When
        var answer = browser.submit("/page/withdrawal");

        // Then
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo(browser.candidate().path() + "?done=withdrawn");
        assertThat(browser.get("?done=withdrawn").text())
                .contains("role=\"status\"", "Votre retrait est enregistré.", "Vous avez retiré votre candidature.")
                .doesNotContain("page/withdrawal");
    }

    @Test
    void an_address_that_somebody_wrote_makes_nobody_believe_they_had_withdrawn() {
        // Given
        var browser = somebody().browser();

        // When
        var page = browser.get("?done=withdrawn").text();

        // Then
        assertThat(page).doesNotContain("Votre retrait est enregistré.");
    }

    @Test
    void the_language_that_was_chosen_stays_through_a_form() {
        // Given
        var browser = somebody().browser();

        // When
        var answer = browser.submit("/page/withdrawal?lang=en");

        // Then
        assertThat(answer.header("Location")).isEqualTo(browser.candidate().path() + "?lang=en&done=withdrawn");
    }

    @Test
    void withdrawing_what_is_decided_meanwhile_is_said_and_changes_nothing() {
        // Given
        var candidate = somebody();
        var browser = candidate.browser();
        var form = "form=" + browser.formToken("/page/withdrawal");
        advance(candidate.id(), "rejected");

        // When
        var answer = browser.post("/page/withdrawal", form);

        // Then
        assertThat(answer.status()).isEqualTo(303);
        assertThat(browser.get("?done=settled").text()).contains("Rien n’a changé");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "form=", "form=abc", "form=%00", "form=a&form=b"})
    void a_form_from_elsewhere_is_refused(String fields) {
        // Given
        var browser = somebody().browser();

        // When
        var answers = Stream.of("/page/withdrawal", "/page/erasure").map(path -> browser.post(path, fields));

        // Then
        assertThat(answers).extracting(Client.Answer::status).containsOnly(403);
        assertThat(browser.get("").status()).isEqualTo(200);
        assertThat(state(browser.candidate())).startsWith("received");
    }

    @Test
    void the_form_of_another_session_is_refused() {
        // Given
        var posting = Client.open(anOpenPosting());
        var one = Candidate.applied(posting, Form.of("A", "a@example.org")).browser();
        var other = Candidate.applied(posting, Form.of("B", "b@example.org")).browser();

        // When
        var answer = other.post("/page/withdrawal", "form=" + one.formToken("/page/withdrawal"));

        // Then
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void the_cookie_alone_changes_nothing_through_the_api() {
        // Given
        var browser = somebody().browser();
        var path = browser.candidate().path();

        // When
        var withdrawal = Client.request(
                "POST", path + "/withdrawal", "application/json", new byte[0], "Cookie", browser.cookie());
        var erasure = Client.delete(path, null, "Cookie", browser.cookie());
        var disguised = Client.request(
                "POST", path + "/withdrawal;a=%2Fpage%2F", "application/json", new byte[0], "Cookie", browser.cookie());

        // Then
        assertThat(withdrawal.status()).isEqualTo(401);
        assertThat(disguised.status()).isEqualTo(401);
        assertThat(erasure.status()).isEqualTo(401);
        assertThat(state(browser.candidate())).startsWith("received");
    }

    @Test
    void a_token_in_the_address_opens_the_page_and_nothing_of_the_api() {
        // Given
        var candidate = somebody();

        // When
        var answer = Client.get(candidate.path() + "?token=" + candidate.token(), null, "Accept", "application/json");

        // Then
        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void who_comes_from_another_site_goes_on_from_a_page_of_ours() {
        // Given
        var browser = somebody().browser();
        var path = browser.candidate().path();

        // When
        var held = Client.get(path, null, "Accept", "text/html", "Sec-Fetch-Site", "cross-site");
        var sent = browser.get("", "Sec-Fetch-Site", "same-origin");

        // Then
        assertThat(held.text()).contains("<meta http-equiv=\"refresh\" content=\"0; url=" + path + "\">");
        assertThat(held.text()).doesNotContain("Amina");
        assertThat(sent.text()).contains("Amina");
    }

    @Test
    void a_link_that_has_ended_says_so_in_the_browsers_language_and_offers_a_new_one() {
        // Given
        var candidate = somebody();
        candidate.post("/link");

        // When
        var closed = Client.get(
                candidate.path() + "?token=" + candidate.token(),
                null,
                "Accept",
                "text/html",
                "Accept-Language",
                "fr-CH, en;q=0.8",
                "Sec-Fetch-Site",
                "cross-site");
        var sent = Client.request(
                "POST",
                candidate.path() + "/page/link?lang=fr",
                "application/x-www-form-urlencoded",
                new byte[0],
                "Accept",
                "text/html");

        // Then
        assertThat(closed.status()).isEqualTo(401);
        assertThat(closed.text())
                .contains("Cette page s’est fermée", candidate.path() + "/page/link?lang=fr")
                .doesNotContain("Amina");
        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.text()).contains("Un nouveau lien est en route");
    }

    @Test
    void the_page_that_has_ended_shows_nothing_of_the_address_as_markup() {
        // When
        var page = Client.get("/my/applications/%22%3E%3Cimg%20src=x%3E", null, "Accept", "text/html");

        // Then
        assertThat(page.status()).isEqualTo(401);
        assertThat(page.text()).doesNotContain("<img");
    }

    @Test
    void a_page_that_never_was_looks_like_one_that_has_ended() {
        // Given
        var candidate = somebody();

        // When
        var closed = Client.get(candidate.path(), null, "Accept", "text/html");
        var unknown = UUID.randomUUID();
        var never = Client.get("/my/applications/" + unknown, null, "Accept", "text/html");

        // Then
        assertThat(never.status()).isEqualTo(closed.status());
        assertThat(never.text().replace(unknown.toString(), candidate.id().toString()))
                .isEqualTo(closed.text());
    }

    private static Candidate somebody() {
        return Candidate.applied(
                Client.open(anOpenPosting()),
                Form.of("Amina Ben Salah", "amina@example.org").document("cv", "CV.pdf", CandidateFiles.pdf("Amina")));
    }

    private static void advance(UUID id, String stage) {
        var version = Client.get("/applications/" + id, Tokens.hr("omct")).header("ETag");
        Client.post(
                "/applications/" + id + "/stage",
                Tokens.hr("omct"),
                "{\"stage\": \"" + stage + "\"}",
                "If-Match",
                version);
    }

    private static String state(Candidate candidate) {
        return Database.rows("SELECT stage || ' ' || version || ' ' || link_epoch FROM application WHERE id = '"
                        + candidate.id() + "'")
                .getFirst();
    }
}
