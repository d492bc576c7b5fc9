package org.appel.postings.feed;

import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import com.rometools.rome.feed.synd.SyndEntry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.awaitility.Awaitility;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.appel.postings.HiringDesk.Kept;
import org.appel.postings.NoticeJson;
import org.appel.postings.authoring.SampleNotices;
import org.appel.postings.model.Section;
import org.appel.postings.model.Text;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;

import static org.appel.postings.HiringDesk.aNotice;
import static org.appel.postings.HiringDesk.anOpenPosting;
import static org.appel.postings.HiringDesk.anOrganisation;
import static org.appel.postings.HiringDesk.as;
import static org.appel.postings.HiringDesk.asAnyone;
import static org.appel.postings.HiringDesk.draft;
import static org.appel.postings.feed.Parsed.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@RealInfrastructure
class FeedsOverHttpTest {

    private static final String LD = "application/ld+json";

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @ParameterizedTest
    @CsvSource({
        "/feeds/postings.json, application/feed+json",
        "/feeds/postings.atom, application/atom+xml;charset=UTF-8",
        "/feeds/postings.rss, application/rss+xml;charset=UTF-8",
        "/feeds/indeed.xml, application/xml;charset=UTF-8",
        "/feeds/linkedin.xml, application/xml;charset=UTF-8",
        "/sitemap.xml, application/xml;charset=UTF-8"
    })
    void a_feed_has_its_media_type_whatever_is_accepted_and_is_not_sent_twice(String path, String mediaType) {
        // Given
        var organisation = anOrganisation();
        anOpenPosting(organisation);
        var filter = path.startsWith("/feeds") ? "?organisation=" + organisation : "";

        // When
        var feed = asAnyone().accept("text/html").get(path + filter);

        // Then
        feed.then()
                .statusCode(200)
                .header("Content-Type", equalTo(mediaType))
                .header("Cache-Control", "no-cache")
                .header("Vary", "Accept-Language");
        asAnyone()
                .header("If-None-Match", feed.header("ETag"))
                .get(path + filter)
                .then()
                .statusCode(304)
                .header("ETag", feed.header("ETag"));
        asAnyone()
                .header("If-None-Match", "\"else\"")
                .header("If-Modified-Since", httpDate())
                .get(path + filter)
                .then()
                .statusCode(200);
    }

    @Test
    void who_has_a_feed_since_its_last_change_is_not_sent_it_again() {
        // Given
        var organisation = anOrganisation();
        anOpenPosting(organisation);

        // When
        var lastModified = Awaitility.await()
                .until(() -> feed("/feeds/postings.atom", organisation).header("Last-Modified"), Objects::nonNull);

        // Then
        Awaitility.await().untilAsserted(() -> asAnyone()
                .header("If-Modified-Since", lastModified)
                .get("/feeds/postings.atom?organisation=" + organisation)
                .then()
                .statusCode(304));
    }

    @Test
    void a_change_in_the_second_in_which_a_feed_was_read_is_not_missed() {
        // Given
        var organisation = anOrganisation();
        var open = anOpenPosting(organisation);
        var before = feed("/feeds/postings.atom", organisation);

        // When
        amend(organisation, open, "Autre titre");
        var after = asAnyone()
                .header("If-Modified-Since", httpDate())
                .get("/feeds/postings.atom?organisation=" + organisation);

        // Then
        assertThat(before.header("Last-Modified")).isNull();
        after.then().statusCode(200).body(containsString("Autre titre"));
    }

    @Test
    void the_formats_of_one_state_have_tags_of_their_own() {
        // Given
        var organisation = anOrganisation();
        anOpenPosting(organisation);

        // When
        var tags = Stream.of("postings.json", "postings.atom", "postings.rss", "indeed.xml", "linkedin.xml")
                .map(format -> feed("/feeds/" + format, organisation).header("ETag"));

        // Then
        assertThat(tags).doesNotHaveDuplicates();
    }

    @Test
    void postings_are_not_counted_again_while_nothing_has_changed() {
        // Given
        var organisation = anOrganisation();
        var open = anOpenPosting(organisation);

        // When
        Awaitility.await().untilAsserted(() -> {
            var before = feed("/feeds/postings.atom", organisation);
            // So that nobody learns of the change.
            run("ALTER TABLE posting DISABLE TRIGGER board_change_written;"
                    + " UPDATE posting SET revision = revision + 100 WHERE id = '" + open.id() + "';"
                    + " ALTER TABLE posting ENABLE TRIGGER board_change_written");

            // Then
            assertThat(feed("/feeds/postings.atom", organisation).header("ETag"))
                    .isEqualTo(before.header("ETag"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feeds/postings.atom", "/feeds/postings.rss"})
    void the_five_notices_are_in_the_feed_with_their_words(String path) {
        // Given
        var organisation = anOrganisation();
        var ids = SampleNotices.NAMES.stream()
                .map(name -> anOpenPosting(new NoticeJson(SampleNotices.json(name, organisation)))
                        .id()
                        .toString())
                .toList();

        // When
        var feed = feed(path, organisation);

        // Then
        var entries = Parsed.rome(feed.asByteArray()).getEntries();
        assertThat(entries).hasSameSizeAs(ids);
        for (int i = 0; i < ids.size(); i++) {
            var id = ids.get(i);
            var text = SampleNotices.ad(SampleNotices.NAMES.get(i))
                    .in(List.of())
                    .orElseThrow()
                    .text();
            assertThat(entries)
                    .filteredOn(entry -> entry.getUri().endsWith(id))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.getTitle()).isEqualTo(text.title()))
                    .extracting(FeedsOverHttpTest::html)
                    .satisfies(html ->
                            assertThat(html.select("p").eachText()).containsAll(words(text, Section::paragraphs)))
                    .satisfies(
                            html -> assertThat(html.select("li").eachText()).containsAll(words(text, Section::items)));
        }
    }

    @Test
    void an_amendment_moves_the_time_of_an_entry_and_not_its_name() throws SQLException {
        // Given
        var organisation = anOrganisation();
        var open = anOpenPosting(organisation);
        run("UPDATE posting_version SET changed_at = changed_at - interval '1 minute' WHERE posting = '" + open.id()
                + "'");
        var before = feed("/feeds/postings.atom", organisation);

        // When
        amend(organisation, open, "Autre titre");

        // Then
        var after = feed("/feeds/postings.atom", organisation);
        var old = Parsed.rome(before.asByteArray()).getEntries().getFirst();
        var changed = Parsed.rome(after.asByteArray()).getEntries().getFirst();
        assertThat(changed.getTitle()).isEqualTo("Autre titre");
        assertThat(changed.getUri()).isEqualTo(old.getUri());
        assertThat(changed.getPublishedDate()).isEqualTo(old.getPublishedDate());
        assertThat(changed.getUpdatedDate()).isAfter(old.getUpdatedDate());
        assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feeds/postings.json", "/feeds/postings.atom", "/feeds/postings.rss", "/feeds/indeed.xml"})
    void a_posting_that_is_due_leaves_the_feed_at_once(String path) throws SQLException {
        // Given
        var organisation = anOrganisation();
        var open = anOpenPosting(organisation);
        var before = feed(path, organisation);

        // When
        run("UPDATE posting SET closes_at = appel_now() WHERE id = '" + open.id() + "'");

        // Then
        assertThat(before.asString()).contains(open.id().toString());
        assertThat(feed(path, organisation).asString()).doesNotContain(open.id().toString());
        // As soon as this replica knows what another one has written.
        Awaitility.await().until(() -> !feed(path, organisation).header("ETag").equals(before.header("ETag")));
    }

    @Test
    void an_organisation_that_gets_another_name_changes_the_feed() {
        // Given
        var organisation = anOrganisation();
        anOpenPosting(organisation);
        var before = feed("/feeds/postings.atom", organisation);

        // When
        as(Tokens.admin())
                .header("If-Match", "*")
                .body(organisation("Neuer Name", Map.of()))
                .put("/organisations/" + organisation)
                .then()
                .statusCode(200);

        // Then
        var after = feed("/feeds/postings.atom", organisation);
        assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
        assertThat(Parsed.rome(after.asByteArray()).getEntries().getFirst().getAuthor())
                .isEqualTo("Neuer Name");
    }

    @ParameterizedTest
    @CsvSource({
        "?language=en, , Director",
        "?language=fr, en, Directeur",
        "'', 'en-GB, fr;q=0.5', Director",
        "?language=ar, en, Directeur"
    })
    void each_reader_gets_the_language_that_it_asks_for(String query, String header, String title) {
        // Given
        var organisation = anOrganisation();
        anOpenPosting(aNotice(organisation)
                .with("texts", Map.of("fr", NoticeJson.text("Directeur"), "en", NoticeJson.text("Director"))));
        var request = header == null ? asAnyone() : asAnyone().header("Accept-Language", header);

        // When
        var feed = request.get(
                "/feeds/postings.rss" + query + (query.isEmpty() ? "?" : "&") + "organisation=" + organisation);

        // Then
        assertThat(Parsed.rome(feed.asByteArray()).getEntries())
                .extracting(entry -> entry.getTitle())
                .containsExactly(title);
    }

    @Test
    void every_parameter_that_makes_no_sense_is_named() {
        // When
        var refused = asAnyone().get("/feeds/postings.json?language=klingon&organisation=O%20M");

        // Then
        refused.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", containsInAnyOrder("/language", "/organisation"));
        asAnyone().get("/feeds/postings.json?cursor=x").then().statusCode(400);
        asAnyone().get("/feeds/postings.json?organisation=nobody").then().statusCode(404);
    }

    @Test
    void boards_and_the_team_are_told_what_LinkedIn_lacks() {
        // Given
        var organisation = anOrganisation();
        var open = anOpenPosting(organisation);

        // When
        var told = as(Tokens.hr(organisation)).get("/feeds/linkedin/omissions?limit=1");

        // Then
        told.then()
                .statusCode(200)
                .body("items[0].posting", equalTo(open.id().toString()))
                .body("items[0].missing.element", containsInAnyOrder("companyId", "posterEmail", "description"));
        as(Tokens.hr(anOrganisation()))
                .get("/feeds/linkedin/omissions")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
        as(Tokens.board()).get("/feeds/indeed/omissions").then().statusCode(200);
        asAnyone().get("/feeds/linkedin/omissions").then().statusCode(401);
    }

    @Test
    void an_organisation_on_LinkedIn_is_in_its_feed() {
        // Given
        var organisation = anOrganisation();
        as(Tokens.admin())
                .header("If-Match", "*")
                .body(organisation(
                        "OMCT", Map.of("linkedinCompanyId", "77", "linkedinPosterEmail", "jobs@omct.example")))
                .put("/organisations/" + organisation)
                .then()
                .statusCode(200)
                .body("boards.linkedinCompanyId", equalTo("77"))
                .body("website", equalTo("https://www.omct.example"));
        var open = anOpenPosting(aNotice(organisation).titled("Juriste", "Défendre les droits humains. ".repeat(5)));

        // When
        var feed = feed("/feeds/linkedin.xml", organisation);

        // Then
        Parsed.assertValid("linkedin.xsd", feed.asByteArray());
        assertThat(texts(feed.asByteArray(), "partnerJobId"))
                .containsExactly(open.id().toString());
        assertThat(texts(feed.asByteArray(), "posterEmail")).containsExactly("jobs@omct.example");
    }

    @Test
    void what_an_organisation_cannot_be_on_boards_is_named() {
        // Given
        var body = new HashMap<>(organisation("OMCT", Map.of("linkedinCompanyId", "omct", "reliefwebSource", 0)));
        body.put("website", "javascript:alert(1)");
        body.put("logo", "www.omct.org");

        // When
        var refused = as(Tokens.admin()).body(body).put("/organisations/omct-on-no-board");

        // Then
        refused.then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/website", "/logo", "/boards/linkedinCompanyId", "/boards/reliefwebSource"));
    }

    @Test
    void robots_find_the_sitemap_and_there_the_pages() {
        // Given
        var open = anOpenPosting(anOrganisation());

        // When
        var robots = asAnyone().get("/robots.txt");

        // Then
        robots.then().statusCode(200).contentType(startsWith("text/plain")).body(containsString("/sitemap.xml"));
        var sitemap = asAnyone().get("/sitemap.xml").asByteArray();
        Parsed.assertValid("sitemap.xsd", sitemap);
        assertThat(texts(sitemap, "loc")).anyMatch(page -> page.endsWith("/careers/fr/postings/" + open.id()));
        asAnyone().get("/sitemap-999.xml").then().statusCode(404);
    }

    @Test
    void a_posting_is_a_JobPosting_for_who_asks_so_and_JSON_for_everybody_else() {
        // Given
        var open = anOpenPosting(anOrganisation());
        var address = "/postings/" + open.id();

        // When
        var ld = asAnyone().accept(LD).get(address);

        // Then
        ld.then()
                .statusCode(200)
                .contentType(startsWith(LD))
                .header("Vary", containsString("Accept"))
                .header("Content-Language", "fr")
                .body("'@type'", equalTo("JobPosting"))
                .body("employmentType", equalTo("PART_TIME"))
                .body("url", containsString("/careers/fr/postings/" + open.id()));
        for (var accepted : List.of("*/*", "application/json", "application/json, */*;q=0.1")) {
            asAnyone()
                    .accept(accepted)
                    .get(address)
                    .then()
                    .statusCode(200)
                    .contentType(startsWith("application/json"))
                    .body("state", equalTo("open"));
        }
        asAnyone()
                .accept(LD)
                .header("If-None-Match", ld.header("ETag"))
                .get(address)
                .then()
                .statusCode(304);
    }

    @Test
    void the_description_of_a_posting_names_both_its_formats() {
        // When
        var description = asAnyone().get("/openapi?format=json").jsonPath();

        // Then
        assertThat(description.<String, Object>getMap("paths['/postings/{id}'].get.responses.'200'.content"))
                .containsKeys("application/json", LD);
    }

    @Test
    void a_closed_posting_is_a_JobPosting_that_is_valid_no_more() throws SQLException {
        // Given
        var open = anOpenPosting(anOrganisation());

        // When
        run("UPDATE posting SET closes_at = appel_now() WHERE id = '" + open.id() + "'");

        // Then
        var validThrough =
                asAnyone().accept(LD).get("/postings/" + open.id()).jsonPath().getString("validThrough");
        assertThat(OffsetDateTime.parse(validThrough)).isBefore(OffsetDateTime.now(clock));
    }

    @Test
    void what_is_not_published_is_no_JobPosting() {
        // Given
        var organisation = anOrganisation();
        var draft = draft(organisation);
        var withdrawn = withdrawn(organisation);

        // When
        var unknown = asAnyone().accept(LD).get("/postings/" + UUID.randomUUID());

        // Then
        unknown.then().statusCode(404).contentType("application/problem+json");
        asAnyone().accept(LD).get("/postings/" + draft.id()).then().statusCode(404);
        asAnyone().accept(LD).get("/postings/" + withdrawn.id()).then().statusCode(410);
    }

    private static Kept withdrawn(String organisation) {
        var open = anOpenPosting(organisation);
        as(Tokens.hr(organisation))
                .header("If-Match", open.etag())
                .body(Map.of("reason", "Poste pourvu"))
                .delete("/postings/" + open.id() + "/publication")
                .then()
                .statusCode(204);
        return open;
    }

    private static Map<String, Object> organisation(String name, Map<String, Object> boards) {
        return Map.of(
                "name", name,
                "language", "fr",
                "hrAddresses", List.of("rh@omct.example"),
                "country", "CH",
                "zone", "Europe/Zurich",
                "website", "https://www.omct.example",
                "boards", boards);
    }

    private static void amend(String organisation, Kept open, String title) {
        as(Tokens.hr(organisation))
                .header("If-Match", open.etag())
                .body(aNotice(organisation).titled(title).json())
                .put("/postings/" + open.id())
                .then()
                .statusCode(200);
    }

    private static Element html(SyndEntry entry) {
        return Parsed.html(
                entry.getContents().isEmpty()
                        ? entry.getDescription().getValue()
                        : entry.getContents().getFirst().getValue());
    }

    /** With single spaces, as a page shows them. */
    private static List<String> words(Text text, Function<Section, List<String>> part) {
        return text.sections().stream()
                .map(part)
                .flatMap(List::stream)
                .map(words -> words.replaceAll("\\s+", " ").strip())
                .toList();
    }

    /** Of the next second. */
    private String httpDate() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                clock.instant().plusSeconds(1).atOffset(ZoneOffset.UTC));
    }

    private static Response feed(String path, String organisation) {
        return asAnyone().get(path + "?organisation=" + organisation);
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
