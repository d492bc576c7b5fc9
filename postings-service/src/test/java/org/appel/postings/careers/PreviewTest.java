package org.appel.postings.careers;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import org.appel.postings.HiringDesk.Kept;
import org.appel.postings.model.PostingId;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;

import static org.appel.postings.HiringDesk.anOrganisation;
import static org.appel.postings.HiringDesk.as;
import static org.appel.postings.HiringDesk.asAnyone;
import static org.appel.postings.HiringDesk.draft;
import static org.appel.postings.HiringDesk.until;
import static org.appel.postings.careers.SitePages.aFullNotice;
import static org.appel.postings.careers.SitePages.get;
import static org.appel.postings.careers.SitePages.parse;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RealInfrastructure
class PreviewTest {

    @Inject
    PreviewLinks links;

    @Test
    void the_team_sees_a_draft_as_its_page_will_look() {
        // Given
        var organisation = anOrganisation();
        var posting = draft(aFullNotice(organisation));

        // When
        var answer = as(Tokens.hr(organisation)).get("/postings/" + posting.id() + "/preview?language=en");

        // Then
        var page = parse(answer);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Robots-Tag")).contains("noindex");
        assertThat(page.selectFirst(".ribbon").text()).startsWith("Preview (draft)");
        assertThat(page.selectFirst("h1").text()).startsWith("Chargé·e protection");
        assertThat(page.select("a.button[href]")).isEmpty();
        assertThat(page.select("a.button[aria-disabled=true]")).isNotEmpty();
        assertThat(page.select("script")).isEmpty();
    }

    @Test
    void a_draft_with_nothing_in_it_can_be_looked_at() {
        // Given
        var organisation = anOrganisation();
        var posting = as(Tokens.hr(organisation))
                .body(Map.of("organisation", organisation))
                .post("/postings")
                .jsonPath()
                .getString("id");

        // When
        var answer = as(Tokens.hr(organisation)).get("/postings/" + posting + "/preview");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(parse(answer).selectFirst("h1").text()).isEqualTo("Sans titre");
    }

    @Test
    void a_withdrawn_posting_is_called_so_and_has_no_countdown() {
        // Given
        var organisation = anOrganisation();
        var posting = SitePages.open(aFullNotice(organisation)
                .with("deadline", until(LocalDate.now(ZoneOffset.UTC).plusDays(3))));
        as(Tokens.hr(organisation))
                .header("If-Match", posting.etag())
                .body(Map.of("reason", "No funds"))
                .delete("/postings/" + posting.id() + "/publication")
                .then()
                .statusCode(204);

        // When
        var answer = as(Tokens.hr(organisation)).get("/postings/" + posting.id() + "/preview?language=en");

        // Then
        var page = parse(answer);
        assertThat(page.selectFirst(".ribbon").text()).startsWith("Preview (withdrawn vacancy)");
        assertThat(page.select(".pill")).isEmpty();
    }

    @Test
    void nobody_else_sees_it() {
        // Given
        var posting = draft(anOrganisation());

        // When
        var stranger = as(Tokens.hr(anOrganisation()));

        // Then
        assertThat(stranger.get("/postings/" + posting.id() + "/preview").statusCode())
                .isEqualTo(404);
        assertThat(stranger.post("/postings/" + posting.id() + "/preview-links").statusCode())
                .isEqualTo(404);
        assertThat(asAnyone().get("/postings/" + posting.id() + "/preview").statusCode())
                .isEqualTo(401);
        assertThat(as(Tokens.board())
                        .get("/postings/" + posting.id() + "/preview")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_link_shows_the_one_preview_to_whoever_has_it() {
        // Given
        var organisation = anOrganisation();
        var posting = draft(aFullNotice(organisation));

        // When
        var link = as(Tokens.hr(organisation)).post("/postings/" + posting.id() + "/preview-links?language=en");

        // Then
        assertThat(link.statusCode()).isEqualTo(201);
        var url = link.jsonPath().getString("url");
        assertThat(url).startsWith("http://127.0.0.1:8081/careers/en/previews/").isEqualTo(link.header("Location"));
        assertThat(Instant.parse(link.jsonPath().getString("expiresAt")))
                .isBetween(Instant.now().plusSeconds(86_300), Instant.now().plusSeconds(86_500));
        var answer = get(path(url));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        var page = parse(answer);
        assertThat(page.selectFirst("h1").text()).startsWith("Chargé·e protection");
        assertThat(get(page.selectFirst("nav a[hreflang=fr]").attr("href")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_link_that_was_changed_or_has_ended_shows_nothing() {
        // Given
        var organisation = anOrganisation();
        Kept posting = draft(aFullNotice(organisation));
        var token = links.make(new PostingId(posting.id())).token();
        var bytes = Base64.getUrlDecoder().decode(token);
        bytes[20]++;
        var changed = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var ended = linksAt(Instant.now().minusSeconds(86_401))
                .make(new PostingId(posting.id()))
                .token();
        var others = token.substring(0, token.length() - 1) + (token.endsWith("A") ? "E" : "A");

        for (var bad : List.of(changed, ended, others, "x", "not*base64", token + token)) {
            // When
            var answer = get("/careers/fr/previews/" + bad);

            // Then
            assertThat(answer.statusCode()).as(bad).isEqualTo(410);
            assertThat(parse(answer).selectFirst("h1").text()).isEqualTo("Ce lien d’aperçu n’est plus valable");
        }
    }

    private PreviewLinks linksAt(Instant moment) {
        return new PreviewLinks(config, Clock.fixed(moment, ZoneOffset.UTC));
    }

    @Inject
    org.appel.postings.config.PostingsConfig config;

    private static String path(String url) {
        return url.replace("http://127.0.0.1:8081", "");
    }
}
