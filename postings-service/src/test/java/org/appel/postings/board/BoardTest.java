package org.appel.postings.board;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.appel.postings.HiringDesk;
import org.appel.postings.NoticeJson;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;

import static org.appel.postings.HiringDesk.aNotice;
import static org.appel.postings.HiringDesk.anOpenPosting;
import static org.appel.postings.HiringDesk.anOrganisation;
import static org.appel.postings.HiringDesk.as;
import static org.appel.postings.HiringDesk.asAnyone;
import static org.appel.postings.HiringDesk.draft;
import static org.appel.postings.HiringDesk.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@RealInfrastructure
class BoardTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @Test
    void a_published_posting_says_everything_that_its_notice_says() {
        // Given
        var organisation = anOrganisation();
        var notice = aNotice(organisation)
                .with(
                        "pay",
                        Map.of(
                                "from",
                                38400,
                                "to",
                                41400.5,
                                "currency",
                                "EUR",
                                "per",
                                "year",
                                "gross",
                                true,
                                "basis",
                                "full-time"))
                .with("deadline", Map.of("date", "2199-08-03", "zone", "Europe/Brussels", "wording", "au plus tard"))
                .with("start", Map.of("asap", true));
        var open = anOpenPosting(notice);

        // When
        var view = HiringDesk.publicView(open.id());

        // Then
        view.then()
                .statusCode(200)
                .body("id", equalTo(open.id().toString()))
                .body("state", equalTo("open"))
                .body("version", equalTo(1))
                .body("texts.fr.sections[0].kind", equalTo("responsibilities"))
                .body("places[0].city", equalTo("Bruxelles"))
                .body("pay.from", equalTo(38400))
                .body("pay.to", equalTo(41400.5f))
                .body("pay.text", nullValue())
                .body("payForThisWorkload.from", equalTo(30720))
                .body("payForThisWorkload.to", equalTo(33120.4f))
                .body("start", equalTo(Map.of("asap", true)))
                .body("deadline.wording", equalTo("au plus tard"))
                .body("closesAt", equalTo("2199-08-04T00:00:00+02:00"))
                .body("apply.documents", contains("cover_letter", "cv"))
                .body("$", org.hamcrest.Matchers.hasKey("grade"))
                .body("grade", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "minWorkload=80",
                "country=be",
                "city=BRUXELLES",
                "city=liege",
                "language=ar",
                "contract=fixed-term",
                "q=protection",
                "q=PROTÉGER defenseurs",
                "q=civique chargee",
                "q=droit humain",
                "q=bruxelles",
                "q=rights",
                "q=œuvre",
                "q=oeuvre"
            })
    void a_filter_finds_what_fits(String filter) {
        // Given
        var organisation = anOrganisation();
        var fitting = anOpenPosting(fitting(organisation));
        anOpenPosting(other(organisation));

        // When
        var page = list(organisation, filter);

        // Then
        assertThat(page).containsExactly(fitting.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=plombier", "q=civique plombier", "country=CH", "contract=permanent", "language=ru"})
    void a_filter_leaves_out_what_does_not_fit(String filter) {
        // Given
        var organisation = anOrganisation();
        anOpenPosting(fitting(organisation));

        // When
        var page = list(organisation, filter);

        // Then
        assertThat(page).isEmpty();
    }

    @Test
    void postings_are_found_by_when_they_close_and_when_they_appeared() {
        // Given
        var organisation = anOrganisation();
        var soon = anOpenPosting(aNotice(organisation).with("deadline", until(TODAY.plusDays(5))));
        var late = anOpenPosting(aNotice(organisation).with("deadline", until(TODAY.plusDays(50))));
        var never = anOpenPosting(aNotice(organisation).with("deadline", Map.of("none", true)));

        // When
        var before = list(organisation, "closesBefore=" + TODAY.plusDays(20));
        var after = list(organisation, "closesAfter=" + TODAY.plusDays(20) + "T12:00:00+02:00");
        var appeared = list(organisation, "publishedAfter=" + TODAY.minusDays(1));
        var tomorrow = list(organisation, "publishedAfter=" + TODAY.plusDays(2));

        // Then
        assertThat(before).containsExactly(soon.id());
        assertThat(after).containsExactly(late.id());
        assertThat(appeared).containsExactly(never.id(), late.id(), soon.id());
        assertThat(tomorrow).isEmpty();
    }

    @Test
    void by_deadline_the_next_comes_first_and_open_until_filled_last_over_all_pages() {
        // Given
        var organisation = anOrganisation();
        var late = anOpenPosting(aNotice(organisation).with("deadline", until(TODAY.plusDays(50))));
        var never = anOpenPosting(aNotice(organisation).with("deadline", Map.of("none", true)));
        var soon = anOpenPosting(aNotice(organisation).with("deadline", until(TODAY.plusDays(5))));
        var neverToo = anOpenPosting(aNotice(organisation).with("deadline", Map.of("none", true)));

        // When
        var all = allPages("/postings?sort=deadline&limit=1&organisation=" + organisation);

        // Then
        assertThat(all).startsWith(soon.id(), late.id()).hasSize(4);
        assertThat(all.subList(2, 4)).containsExactlyInAnyOrder(never.id(), neverToo.id());
    }

    @Test
    void pages_neither_repeat_nor_hide_a_posting_while_others_appear() {
        // Given
        var organisation = anOrganisation();
        var first = anOpenPosting(organisation);
        var second = anOpenPosting(organisation);
        var third = anOpenPosting(organisation);
        var page = asAnyone().get("/postings?limit=2&q=espace&organisation=" + organisation);

        // When
        anOpenPosting(organisation);
        var rest = asAnyone().get(page.jsonPath().getString("next"));

        // Then
        page.then().body("items.id", contains(third.id().toString(), second.id().toString()));
        assertThat(page.header("Link"))
                .contains("rel=\"next\"")
                .contains("q=espace")
                .contains("limit=2");
        rest.then().body("items.id", contains(first.id().toString())).body("next", nullValue());
    }

    @Test
    void every_parameter_that_cannot_be_understood_is_named() {
        // Given
        var query = "/postings?minWorkload=many&sort=best&closesAfter=soon&contract=slavery&organisation=%00"
                + "&country=Belgium&language=%00&publishedAfter=-99999-01-01T00:00:00Z";

        // When
        var refused = asAnyone().get(query);

        // Then
        refused.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/minWorkload",
                                "/sort",
                                "/closesAfter",
                                "/contract",
                                "/organisation",
                                "/country",
                                "/language",
                                "/publishedAfter"));
        asAnyone().get("/postings?limit=101").then().statusCode(400).body("errors.pointer", contains("/limit"));
        asAnyone().get("/postings?cursor=nonsense").then().statusCode(400);
    }

    @Test
    void a_cursor_of_another_order_is_refused() {
        // Given
        var organisation = anOrganisation();
        anOpenPosting(organisation);
        anOpenPosting(organisation);
        var next = asAnyone()
                .get("/postings?limit=1&organisation=" + organisation)
                .jsonPath()
                .getString("next");

        // When
        var refused = asAnyone().get(next + "&sort=deadline");

        // Then
        refused.then().statusCode(400).body("type", equalTo("urn:appel:problem:bad-cursor"));
    }

    @Test
    void a_posting_that_did_not_change_is_not_sent_again() {
        // Given
        var open = anOpenPosting(anOrganisation());

        // When
        var again = asAnyone().header("If-None-Match", open.etag()).get("/postings/" + open.id());

        // Then
        again.then().statusCode(304).header("ETag", open.etag()).body(emptyString());
    }

    @Test
    void a_draft_is_there_for_its_hiring_team_alone() {
        // Given
        var organisation = anOrganisation();
        var draft = draft(organisation);

        // When
        var forItsTeam = as(Tokens.hr(organisation)).get("/postings/" + draft.id());
        var forAnyone = asAnyone().get("/postings/" + draft.id());

        // Then
        forItsTeam.then().statusCode(200).body("state", equalTo("draft")).body("version", equalTo(0));
        forAnyone.then().statusCode(404).body("type", equalTo("urn:appel:problem:unknown-posting"));
        as(Tokens.panel(organisation)).get("/postings/" + draft.id()).then().statusCode(404);
        assertThat(list(organisation, "")).isEmpty();
    }

    @Test
    void a_line_of_the_list_has_titles_and_no_text() {
        // Given
        var organisation = anOrganisation();
        anOpenPosting(organisation);

        // When
        var page = asAnyone().get("/postings?organisation=" + organisation);

        // Then
        page.then()
                .body("items.texts.fr.title", hasItem("Chargé·e protection de l’espace civique"))
                .body("items[0].texts.fr.keySet()", contains("title"))
                .body("items[0].state", equalTo("open"));
    }

    private static NoticeJson fitting(String organisation) {
        return aNotice(organisation)
                .with(
                        "texts",
                        Map.of(
                                "fr",
                                        NoticeJson.text(
                                                "Chargé·e de l’espace civique",
                                                "Protéger les défenseurs des droits humains",
                                                "Mise en œuvre"),
                                "en", NoticeJson.text("Officer", "Protection of human rights")))
                .with(
                        "places",
                        List.of(Map.of("city", "Bruxelles", "country", "BE"), Map.of("city", "Liège", "country", "BE")))
                .with("languages", List.of(Map.of("code", "ar", "need", "asset")))
                .with("contract", Map.of("type", "fixed-term", "months", 12));
    }

    private static NoticeJson other(String organisation) {
        return aNotice(organisation)
                .titled("Comptable", "Tenir les livres")
                .with("workloadPercent", 50)
                .with("places", List.of(Map.of("city", "Tunis", "country", "TN")));
    }

    private static List<UUID> list(String organisation, String filter) {
        return ids(asAnyone()
                .urlEncodingEnabled(true)
                .queryParams(parameters(filter))
                .queryParam("organisation", organisation)
                .get("/postings")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id", String.class));
    }

    private static Map<String, String> parameters(String filter) {
        var parts = filter.split("=", 2);
        return filter.isEmpty() ? Map.of() : Map.of(parts[0], parts[1]);
    }

    private static List<UUID> allPages(String first) {
        var all = new ArrayList<UUID>();
        @Nullable String next = first;
        while (next != null) {
            var page = asAnyone().get(next).jsonPath();
            all.addAll(ids(page.getList("items.id", String.class)));
            next = page.getString("next");
        }
        assertThat(new HashSet<>(all)).hasSameSizeAs(all);
        return all;
    }

    private static List<UUID> ids(List<String> texts) {
        return texts.stream().map(UUID::fromString).toList();
    }
}
