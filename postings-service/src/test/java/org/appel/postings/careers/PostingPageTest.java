package org.appel.postings.careers;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.appel.postings.HiringDesk.Kept;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;

import static org.appel.postings.HiringDesk.aNotice;
import static org.appel.postings.HiringDesk.anOrganisation;
import static org.appel.postings.HiringDesk.as;
import static org.appel.postings.HiringDesk.asAnyone;
import static org.appel.postings.HiringDesk.draft;
import static org.appel.postings.careers.SitePages.aFullNotice;
import static org.appel.postings.careers.SitePages.anArabicNotice;
import static org.appel.postings.careers.SitePages.get;
import static org.appel.postings.careers.SitePages.open;
import static org.appel.postings.careers.SitePages.page;
import static org.appel.postings.careers.SitePages.parse;
import static org.appel.postings.careers.SitePages.read;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RealInfrastructure
class PostingPageTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void the_page_shows_the_facts_the_text_and_every_way_to_apply() {
        // Given
        var posting = open(aFullNotice(anOrganisation()));

        // When
        var page = read(page("fr", posting.id()));

        // Then
        assertThat(page.select("h1").eachText())
                .containsExactly("Chargé·e protection de l’espace civique (Tunisie/UE)");
        assertThat(page.select(".facts dt").eachText())
                .containsExactly(
                        "Date limite",
                        "Taux d’activité",
                        "Lieu",
                        "Contrat",
                        "Entrée en fonction",
                        "Rémunération",
                        "Langues",
                        "Expérience",
                        "Permis de travail",
                        "Référence");
        assertThat(page.select(".facts dd").eachText())
                .anyMatch(fact -> fact.startsWith("Au plus tard le ") && fact.endsWith("23 h 59, heure de Bruxelles"))
                .contains(
                        "80 %",
                        "Bruxelles, Belgique (sur place)",
                        "Durée déterminée, 12 mois, renouvelable selon les fonds",
                        "Français (exigé), Arabe (atout)",
                        "2 – 5 ans");
        assertThat(page.select(".facts").text().replace('\u202f', ' '))
                .contains("30 720 € – 33 120 € brut par an", "pour ce poste à 80 %; 38 400 € – 41 400 € à 100 %");
        assertThat(page.select(".text h2").eachText()).containsExactly("Plaidoyer auprès de l’Union européenne");
        assertThat(page.select(".share").eachText()).containsExactly("75 % du temps");
        assertThat(page.select(".text li")).hasSize(3);
        assertThat(page.select("#how a.button").attr("href")).isEqualTo(page("fr", posting.id()) + "/apply");
        assertThat(page.select("#how a[href^=mailto]").attr("href"))
                .isEqualTo(
                        "mailto:applications@omct.example?subject=Charg%C3%A9%C2%B7e%20de%20mission%20%28Tunisie%2FUE%29");
        assertThat(page.select("#how .words").text()).isEqualTo("Chargé·e de mission (Tunisie/UE)");
        assertThat(page.select("#how a[href^=https]").attr("href")).isEqualTo("https://www.omct.example/jobs/7");
        assertThat(page.select("#how a[href^=https]").attr("rel")).contains("noreferrer");
        assertThat(page.select("ol li").eachText()).contains("Un test écrit", "Un entretien avec un jury");
    }

    @Test
    void machines_find_the_page_its_languages_and_its_data() throws Exception {
        // Given
        var posting = open(aFullNotice(anOrganisation()));

        // When
        var page = read(page("en", posting.id()));

        // Then
        assertThat(page.select("link[rel=canonical]").attr("href"))
                .isEqualTo("http://127.0.0.1:8081" + page("en", posting.id()));
        assertThat(page.select("link[hreflang]").eachAttr("hreflang")).containsExactly("fr", "en", "x-default");
        assertThat(page.select("link[type=application/atom+xml]").attr("href")).isEqualTo("/feeds/postings.atom");
        assertThat(page.select("link[type=application/feed+json]").attr("href")).isEqualTo("/feeds/postings.json");
        assertThat(page.select("meta[property=og:title]").attr("content"))
                .isEqualTo("Chargé·e protection de l’espace civique (Tunisie/UE)");
        assertThat(page.select("meta[name=robots]")).isEmpty();
        var data = JSON.readTree(
                page.selectFirst("script[type=application/ld+json]").data());
        assertThat(data.path("@type").asText()).isEqualTo("JobPosting");
        assertThat(data.at("/baseSalary/value/minValue").asInt()).isEqualTo(30_720);
        assertThat(data.path("employmentType"))
                .extracting(type -> type.asText())
                .containsExactly("PART_TIME", "TEMPORARY");
        assertThat(data.path("validThrough").asText()).contains("T23:59:59+");
    }

    @Test
    void machines_are_told_the_same_by_the_page_and_by_the_posting() throws Exception {
        // Given
        var posting = open(aFullNotice(anOrganisation()));

        // When
        var page = read(page("fr", posting.id()));

        // Then
        var data = page.selectFirst("script[type=application/ld+json]").data();
        var posted = asAnyone()
                .accept("application/ld+json")
                .get("/postings/" + posting.id() + "?language=fr")
                .asString();
        assertThat(JSON.readTree(data)).isEqualTo(JSON.readTree(posted));
    }

    @Test
    void an_arabic_notice_is_read_from_the_right_inside_a_french_page() {
        // Given
        var posting = open(anArabicNotice(anOrganisation()));

        // When
        var page = read(page("fr", posting.id()));

        // Then
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo("fr");
        assertThat(page.selectFirst("html").attr("dir")).isEqualTo("ltr");
        for (var inArabic : List.of("h1", "article.text", ".facts dd span[lang=ar]")) {
            assertThat(page.selectFirst(inArabic).attr("lang")).as(inArabic).isEqualTo("ar");
            assertThat(page.selectFirst(inArabic).attr("dir")).as(inArabic).isEqualTo("rtl");
        }
        assertThat(page.selectFirst(".share").attr("dir")).isEqualTo("ltr");
        assertThat(page.selectFirst(".tongue").text()).isEqualTo("Annonce en arabe");
    }

    @Test
    void whatever_a_notice_says_it_is_shown_and_never_run() throws Exception {
        // Given
        var hostile =
                "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'`{page.title}{#if}\u202E\u2066😀𝕏";
        var organisation = anOrganisation();
        var posting = open(aNotice(organisation)
                .with("reference", cut(hostile, 88))
                .with(
                        "texts",
                        Map.of(
                                "fr",
                                Map.of(
                                        "title",
                                        hostile,
                                        "sections",
                                        List.of(Map.of(
                                                "kind",
                                                "other",
                                                "heading",
                                                hostile,
                                                "paragraphs",
                                                List.of(hostile),
                                                "items",
                                                List.of(hostile))))))
                .with("places", List.of(Map.of("city", cut(hostile, 90), "country", "BE")))
                .with("contract", Map.of("type", "fixed-term", "condition", hostile))
                .with("grade", cut(hostile, 40))
                .with("pay", Map.of("text", hostile))
                .with("workPermit", hostile)
                .with(
                        "apply",
                        Map.of(
                                "api",
                                true,
                                "email",
                                Map.of("address", "a@b.example", "subject", hostile),
                                "documents",
                                List.of("cv"))));

        for (var path : List.of(
                page("fr", posting.id()),
                page("en", posting.id()),
                page("fr", posting.id()) + "/apply",
                page("fr", posting.id()) + "/thanks",
                "/careers/fr/organisations/" + organisation)) {
            // When
            var answer = get(path);

            // Then
            var page = parse(answer);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(page.select("script:not([type=application/ld+json]), img, [onerror]"))
                    .as(path)
                    .isEmpty();
            assertThat(page.select("script")).as(path).hasSizeLessThanOrEqualTo(1);
            assertThat(page.text()).as(path).contains("<script>alert(1)</script>");
        }
        var data = read(page("fr", posting.id())).selectFirst("script").data();
        assertThat(JSON.readTree(data).path("title").asText()).isEqualTo(hostile);
    }

    @Test
    void a_very_long_text_is_shown_whole() {
        // Given
        var organisation = anOrganisation();
        var paragraph = "Défendre ".repeat(11_111);
        var posting = open(aNotice(organisation)
                .with(
                        "texts",
                        Map.of(
                                "fr",
                                Map.of(
                                        "title",
                                        "Long",
                                        "sections",
                                        List.of(Map.of("kind", "other", "paragraphs", List.of(paragraph)))))));

        // When
        var page = read(page("fr", posting.id()));

        // Then
        assertThat(page.selectFirst(".text p").text()).isEqualTo(paragraph.strip());
        assertThat(page.select("meta[name=description]").attr("content"))
                .hasSizeLessThan(165)
                .endsWith("…");
    }

    @Test
    void a_closed_posting_says_so_and_takes_no_application() {
        // Given
        var posting = closed();

        // When
        var answer = get(page("en", posting.id()));

        // Then
        var page = parse(answer);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(page.select(".alert h2").text()).isEqualTo("This vacancy is closed");
        assertThat(page.select("meta[name=robots]").attr("content")).isEqualTo("noindex");
        assertThat(page.select("a.button, #how, script, a[href^=mailto]")).isEmpty();
        assertThat(get(page("en", posting.id()) + "/apply").statusCode()).isEqualTo(409);
    }

    @Test
    void a_withdrawn_posting_is_gone_and_says_why() {
        // Given
        var organisation = anOrganisation();
        var posting = open(aNotice(organisation));
        as(Tokens.hr(organisation))
                .header("If-Match", posting.etag())
                .body(Map.of("reason", "Poste <b>pourvu</b> en interne"))
                .delete("/postings/" + posting.id() + "/publication")
                .then()
                .statusCode(204);

        for (var path : List.of("", "/apply")) {
            // When
            var answer = get(page("en", posting.id()) + path);

            // Then
            var page = parse(answer);
            assertThat(answer.statusCode()).isEqualTo(410);
            assertThat(page.selectFirst("h1").text()).isEqualTo("This vacancy was withdrawn");
            assertThat(page.selectFirst("blockquote").text()).isEqualTo("Poste <b>pourvu</b> en interne");
            assertThat(page.selectFirst("blockquote").attr("lang")).isEqualTo("fr");
        }
    }

    @Test
    void a_draft_is_nobodys_business() {
        // Given
        var posting = draft(anOrganisation());

        // When
        var answer = get(page("fr", posting.id()));

        // Then
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/postings/%s", "/postings/%s/apply", "/postings/%s/thanks", "/nothing"})
    void every_page_is_harmless(String path) {
        // Given
        var posting = open(aNotice(anOrganisation()));

        // When
        var answer = get("/careers/fr" + path.formatted(posting.id()));

        // Then
        assertThat(answer.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'"
                        + " http://127.0.0.1:8081 http://127.0.0.1:8082; base-uri 'none'; frame-ancestors 'none'");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Content-Language")).isEqualTo("fr");
        assertThat(answer.headers().getValues("Set-Cookie")).isEmpty();
        var page = parse(answer);
        assertThat(page.select("[style], [onclick], style, iframe, object")).isEmpty();
        assertThat(page.select("link[rel=stylesheet], link[rel=icon]"))
                .hasSize(2)
                .allMatch(link -> link.attr("href").startsWith("/careers/files/"));
    }

    @Test
    void a_page_is_kept_for_a_while_and_never_past_its_deadline() {
        // Given
        var organisation = anOrganisation();
        var soon = open(aNotice(organisation).with("deadline", inMinutes(1)));
        var later = open(aNotice(anOrganisation()));

        // When
        var first = get(page("fr", later.id()));

        // Then
        assertThat(first.header("Cache-Control")).isEqualTo("public, max-age=60, must-revalidate");
        assertThat(asAnyone()
                        .header("If-None-Match", first.header("ETag"))
                        .get(page("fr", later.id()))
                        .statusCode())
                .isEqualTo(304);
        var closesAt = java.time.OffsetDateTime.parse(soon.body().getString("closesAt"))
                .toInstant();
        for (var path : List.of(page("fr", soon.id()), "/careers/fr/organisations/" + organisation)) {
            var before = java.time.Instant.now();
            var age = get(path).header("Cache-Control").replaceAll("\\D+", "");
            assertThat(before.plusSeconds(Long.parseLong(age))).as(path).isBeforeOrEqualTo(closesAt);
        }
    }

    @Test
    void the_style_is_kept_for_ever_under_a_name_that_says_its_content() {
        // Given
        var address = read("/careers/fr").select("link[rel=stylesheet]").attr("href");

        // When
        var style = get(address);

        // Then
        assertThat(style.header("Cache-Control")).contains("immutable");
        assertThat(style.contentType()).startsWith("text/css");
        assertThat(style.asString())
                .contains("@media print", "prefers-reduced-motion", "prefers-color-scheme: dark")
                .doesNotContain("url(", "@import", "http:", "https:", "data:")
                .doesNotContainPattern(
                        "(margin|padding|border|inset)-(left|right|top|bottom)|text-align: *(left|right)|float: *(left|right)|[;{ ](left|right|top|bottom|width|height|min-width|max-width|min-height|max-height):");
        assertThat(get(address.replaceAll("site\\.\\w+", "site.0000000000000000"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_form_says_how_long_applications_are_kept_where_the_notice_does_not() {
        // Given
        var posting = open(aNotice(anOrganisation()));

        // When
        var form = read(page("en", posting.id()) + "/apply").selectFirst("form");

        // Then
        assertThat(form.select(".hint").eachText()).contains("Retention period: 24 months.");
    }

    @Test
    void the_form_asks_for_what_the_notice_requires_and_posts_to_the_intake() {
        // Given
        var posting = open(aFullNotice(anOrganisation()));

        // When
        var answer = get(page("en", posting.id()) + "/apply");

        // Then
        var page = parse(answer);
        var form = page.selectFirst("form");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(form.attr("action"))
                .isEqualTo("http://127.0.0.1:8082/postings/" + posting.id() + "/applications/page?lang=en");
        assertThat(form.attr("method")).isEqualTo("post");
        assertThat(form.attr("enctype")).isEqualTo("multipart/form-data");
        assertThat(form.select("input[required]").eachAttr("name"))
                .containsExactly("name", "email", "language", "language", "cover_letter", "cv", "consent");
        assertThat(form.select("input[type=file]").eachAttr("name")).containsExactly("cover_letter", "cv", "other");
        assertThat(form.select("input[name=wording]").attr("value")).isEqualTo("2026-1");
        assertThat(form.text()).contains("I agree that the organisation that published this notice");
        for (var input : form.select("input:not([type=hidden])")) {
            assertThat(form.select("label[for=" + input.id() + "]"))
                    .as(input.id())
                    .hasSize(1);
        }
        var key = form.select("input[name=key]").attr("value");
        assertThat(UUID.fromString(key).version()).isEqualTo(7);
        assertThat(read(page("en", posting.id()) + "/apply")
                        .select("input[name=key]")
                        .attr("value"))
                .isNotEqualTo(key);
    }

    @Test
    void who_applies_another_way_finds_no_form() {
        // Given
        var posting = open(aNotice(anOrganisation())
                .with("apply", Map.of("url", "https://www.omct.example/jobs", "documents", List.of())));

        // When
        var answer = get(page("en", posting.id()) + "/apply");

        // Then
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(parse(answer).selectFirst("h1").text()).isEqualTo("You cannot apply here");
        assertThat(read(page("en", posting.id())).select("#how a.button")).isEmpty();
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(longest, text.length()));
    }

    static Kept closed() {
        var posting =
                open(SitePages.aFullNotice(anOrganisation()).with("start", null).with("deadline", inMinutes(0)));
        Awaitility.await("closed").atMost(Duration.ofSeconds(90)).until(() -> get("/postings/" + posting.id())
                .jsonPath()
                .getString("state")
                .equals("closed"));
        return posting;
    }

    /** The end of this minute, or of one of the next. */
    private static Map<String, Object> inMinutes(int minutes) {
        var end = ZonedDateTime.now(ZoneId.of("UTC"))
                .plusSeconds(2)
                .plusMinutes(minutes)
                .truncatedTo(ChronoUnit.MINUTES);
        return Map.of(
                "date", end.toLocalDate().toString(), "time", end.toLocalTime().toString(), "zone", "UTC");
    }
}
