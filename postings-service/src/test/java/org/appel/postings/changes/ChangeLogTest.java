package org.appel.postings.changes;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.appel.postings.HiringDesk;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;

import static org.appel.postings.HiringDesk.aNotice;
import static org.appel.postings.HiringDesk.anOpenPosting;
import static org.appel.postings.HiringDesk.anOrganisation;
import static org.appel.postings.HiringDesk.as;
import static org.appel.postings.HiringDesk.asAnyone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

@QuarkusTest
@RealInfrastructure
class ChangeLogTest {

    @Inject
    DataSource database;

    @TestHTTPResource("/")
    URI service;

    private String organisation = "";
    private Desk desk;

    @BeforeEach
    void aHiringTeam() {
        organisation = anOrganisation();
        desk = new Desk(service, database, organisation);
    }

    @Test
    void each_change_of_a_posting_is_an_entry_in_its_order() {
        // Given
        var id = desk.publish();
        desk.amend(id, "Un autre titre");
        desk.extend(id, 40);
        desk.letClose(id);
        awaitState(id, "closed");
        desk.extend(id, 50);

        // When
        desk.withdraw(id);

        // Then
        var log = changes("?organisation=" + organisation);
        assertThat(log.getList("items.kind"))
                .isEqualTo(List.of("published", "amended", "extended", "closed", "reopened", "withdrawn"));
        assertThat(log.getList("items.state"))
                .isEqualTo(List.of("open", "open", "open", "closed", "open", "withdrawn"));
        assertThat(log.getList("items.version")).isEqualTo(List.of(1, 2, 3, 3, 4, 5));
        assertThat(log.getList("items.id")).containsOnly(id.toString());
        assertThat(log.getList("items.seq", Long.class)).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void an_entry_says_which_fields_were_changed() {
        // Given
        var id = desk.publish();

        // When
        desk.amend(id, "Un autre titre");
        desk.extend(id, 40);

        // Then
        var log = changes("?organisation=" + organisation);
        assertThat(log.getList("items[0].changed")).isEmpty();
        assertThat(log.getList("items[1].changed")).isEqualTo(List.of("/texts/fr/title"));
        assertThat(log.getList("items[2].changed")).isEqualTo(List.of("/deadline/date"));
    }

    @Test
    void an_entry_has_the_whole_posting_as_everybody_sees_it() {
        // Given
        var id = desk.publish();

        // When
        desk.amend(id, "Un autre titre");

        // Then
        var items = desk.get("/postings/changes?organisation=" + organisation).get("items");
        assertThat(items.get(1).get("posting")).isEqualTo(desk.publicly(id));
    }

    @Test
    void an_entry_that_a_later_version_replaced_says_that_and_no_text_any_more() {
        // Given
        var id = desk.publish();
        var before = asAnyone().get("/postings/changes?limit=1&organisation=" + organisation);
        desk.amend(id, "Un autre titre");

        // When
        desk.withdraw(id);

        // Then
        var answer = asAnyone()
                .header("If-None-Match", before.header("ETag"))
                .get("/postings/changes?organisation=" + organisation);
        answer.then().statusCode(200);
        assertThat(before.asString()).contains("espace civique");
        assertThat(answer.asString()).doesNotContain("espace civique", "Un autre titre");
        var log = answer.jsonPath();
        assertThat(log.getList("items.kind")).isEqualTo(List.of("published", "amended", "withdrawn"));
        assertThat(log.getList("items[1].changed")).isEqualTo(List.of("/texts/fr/title"));
        assertThat(log.getString("items[0].replaced.state")).isEqualTo("withdrawn");
        assertThat(log.getInt("items[0].replaced.version")).isEqualTo(3);
        assertThat(log.getString("items[0].posting")).isNull();
        assertThat(log.getString("items[2].replaced")).isNull();
        assertThat(log.getString("items[2].posting.state")).isEqualTo("withdrawn");
    }

    @Test
    void a_posting_that_is_closed_keeps_its_text_in_the_entry_of_its_last_version() {
        // Given
        var id = desk.publish();

        // When
        desk.letClose(id);
        awaitState(id, "closed");

        // Then
        var items = desk.get("/postings/changes?organisation=" + organisation).get("items");
        assertThat(items.get(0).at("/posting/texts/fr/title").asText()).contains("espace civique");
        assertThat(items.get(1).at("/posting/state").asText()).isEqualTo("closed");
    }

    /** A replica of an earlier release, which knows of no log, writes this much and no more. */
    @Test
    void what_was_written_without_the_log_is_appended_to_it_once() throws Exception {
        // Given
        var amended = desk.publish();
        var closed = desk.publish();
        long before = desk.head();

        // When
        run("""
                INSERT INTO posting_version (posting, version, change, ad, deadline_version, closes_at, changed_at)
                SELECT posting, 2, 'AMENDMENT', ad, deadline_version, closes_at, appel_now()
                FROM posting_version WHERE posting = '%1$s';
                UPDATE posting SET version = 2, revision = revision + 1 WHERE id = '%1$s'""".formatted(amended));
        run("""
                INSERT INTO deadline_fired (posting, deadline_version, closes_at, closed_at)
                SELECT id, deadline_version, closes_at, appel_now() FROM posting WHERE id = '%1$s';
                UPDATE posting SET state = 'CLOSED', closed_at = appel_now(), revision = revision + 1
                WHERE id = '%1$s'""".formatted(closed));

        // Then
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> desk.head() >= before + 2);
        desk.amend(desk.publish(), "Un autre titre");
        var log = changes("?after=" + before + "&organisation=" + organisation);
        assertThat(log.getList("items.kind")).containsExactlyInAnyOrder("amended", "closed", "published", "amended");
        assertThat(log.getList("items.seq", Long.class))
                .isEqualTo(List.of(before + 1, before + 2, before + 3, before + 4));
        assertThat(log.param("id", closed.toString()).getList("items.findAll { it.id == id }.kind"))
                .isEqualTo(List.of("closed"));
        assertThat(log.param("id", closed.toString()).getList("items.findAll { it.id == id }.version"))
                .isEqualTo(List.of(1));
    }

    @Test
    void a_closed_posting_is_told_with_its_deadline_and_a_withdrawn_one_with_its_reason() {
        // Given
        var closed = desk.publish();
        desk.letClose(closed);
        awaitState(closed, "closed");
        var withdrawn = desk.publish();

        // When
        desk.withdraw(withdrawn);

        // Then
        var items = desk.get("/postings/changes?organisation=" + organisation).get("items");
        assertThat(items.get(1).get("posting").properties())
                .extracting(Map.Entry::getKey)
                .containsExactly("id", "organisation", "state", "version", "closesAt", "closedAt");
        assertThat(items.get(1).at("/posting/closesAt"))
                .isEqualTo(desk.publicly(closed).get("closesAt"));
        assertThat(items.get(3).get("posting")).isEqualTo(desk.publicly(withdrawn));
        assertThat(items.get(3).at("/posting/reason").asText()).isEqualTo("Poste pourvu en interne");
    }

    @Test
    void what_becomes_of_late_applications_stays_the_teams_secret() {
        // Given
        var apply = Map.of("api", true, "documents", List.of("cv"));
        var open = anOpenPosting(aNotice(organisation).with("apply", apply));
        var strict = Map.of("api", true, "documents", List.of("cv"), "late", Map.of("policy", "flag"));

        // When
        as(Tokens.hr(organisation))
                .header("If-Match", "*")
                .body(aNotice(organisation).with("apply", strict).json())
                .put("/postings/" + open.id())
                .then()
                .statusCode(200);

        // Then
        var answer = asAnyone().get("/postings/changes?organisation=" + organisation);
        assertThat(answer.asString()).doesNotContain("late", "flag");
        assertThat(answer.jsonPath().getList("items.kind")).isEqualTo(List.of("published", "amended"));
        assertThat(answer.jsonPath().getList("items[1].changed")).isEmpty();
    }

    @Test
    void pages_lead_to_the_next_one_without_gap_or_repetition() {
        // Given
        var ids = List.of(desk.publish(), desk.publish(), desk.publish());

        // When
        var first = changes("?limit=2&organisation=" + organisation);
        var second = asAnyone().get(first.getString("next")).jsonPath();

        // Then
        assertThat(first.getBoolean("more")).isTrue();
        assertThat(second.getBoolean("more")).isFalse();
        assertThat(first.getList("items.id")).isEqualTo(strings(ids.subList(0, 2)));
        assertThat(second.getList("items.id")).isEqualTo(strings(ids.subList(2, 3)));
        assertThat(first.getString("next")).contains("limit=2", "organisation=" + organisation);
    }

    @Test
    void at_the_end_there_is_still_a_place_to_go_on() {
        // Given
        desk.publish();
        long head = desk.head();

        // When
        var answer = asAnyone().get("/postings/changes?after=" + head);

        // Then
        answer.then()
                .statusCode(200)
                .body("items", empty())
                .body("more", equalTo(false))
                .body("next", equalTo("/postings/changes?after=" + head))
                .header("Link", "</postings/changes?after=" + head + ">; rel=\"next\"")
                .header("Cache-Control", "no-cache");
    }

    @Test
    void a_reader_of_one_organisation_need_not_pass_the_others_again() {
        // Given
        desk.publish();
        var other = new Desk(service, database, anOrganisation());
        other.publish();

        // When
        var next = changes("?organisation=" + organisation).getString("next");

        // Then
        assertThat(next).contains("after=" + desk.head());
    }

    @Test
    void a_page_that_more_follows_may_be_kept_and_the_last_one_is_asked_for_again() {
        // Given
        desk.publish();
        desk.publish();
        var past = asAnyone().get("/postings/changes?limit=1&organisation=" + organisation);
        var last = asAnyone().get("/postings/changes?organisation=" + organisation);

        // When
        var pastAgain = asAnyone()
                .header("If-None-Match", past.header("ETag"))
                .get("/postings/changes?limit=1&organisation=" + organisation);
        var lastAgain = asAnyone()
                .header("If-None-Match", last.header("ETag"))
                .get("/postings/changes?organisation=" + organisation);
        desk.publish();
        var lastLater = asAnyone()
                .header("If-None-Match", last.header("ETag"))
                .get("/postings/changes?organisation=" + organisation);

        // Then
        past.then().header("Cache-Control", "public, max-age=60");
        last.then().header("Cache-Control", "no-cache");
        assertThat(List.of(pastAgain.statusCode(), lastAgain.statusCode(), lastLater.statusCode()))
                .containsExactly(304, 304, 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "abc", "1.5", "9999999999999999999", "1 OR 1=1"})
    void a_place_that_is_none_is_refused_with_everything_else_that_is_wrong(String after) {
        // When
        var answer = asAnyone()
                .queryParam("after", after)
                .queryParam("limit", "501")
                .queryParam("organisation", "OMCT!")
                .get("/postings/changes");

        // Then
        answer.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItems("/after", "/limit", "/organisation"));
    }

    @Test
    void a_place_beyond_the_end_is_gone_and_the_reader_is_told_to_begin_again() {
        // When
        var answer = asAnyone().get("/postings/changes?after=" + (desk.head() + 1_000_000));

        // Then
        answer.then().statusCode(410).body("type", equalTo("urn:appel:problem:beyond-the-log"));
    }

    @Test
    void an_attempt_that_is_refused_leaves_no_entry() {
        // Given
        var id = desk.publish();
        long before = desk.head();

        // When
        var refused = as(Tokens.hr(organisation))
                .header("If-Match", "*")
                .body(HiringDesk.until(java.time.LocalDate.parse("2020-01-01")))
                .put("/postings/" + id + "/deadline");

        // Then
        refused.then().statusCode(422);
        assertThat(changes("?after=" + before + "&organisation=" + organisation).getList("items"))
                .isEmpty();
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void awaitState(UUID id, String state) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> changes("?limit=500&organisation=" + organisation)
                .param("id", id.toString())
                .getList("items.findAll { it.id == id }.state")
                .getLast()
                .equals(state));
    }

    private static JsonPath changes(String query) {
        return asAnyone().get("/postings/changes" + query).jsonPath();
    }

    private static List<String> strings(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toList();
    }
}
