package org.appel.postings.board;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;

import static org.appel.postings.HiringDesk.aNotice;
import static org.appel.postings.HiringDesk.anOpenPosting;
import static org.appel.postings.HiringDesk.anOrganisation;
import static org.appel.postings.HiringDesk.as;
import static org.appel.postings.HiringDesk.asAnyone;
import static org.appel.postings.HiringDesk.draft;
import static org.appel.postings.HiringDesk.publicView;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@RealInfrastructure
class KeptAnswersTest {

    private static final String SHARED = "public, max-age=0, s-maxage=10, must-revalidate";

    @Inject
    DataSource database;

    @Test
    void shared_caches_may_keep_an_answer_as_long_as_the_operator_says_and_ask_after_that() {
        // Given
        var organisation = anOrganisation();
        var open = anOpenPosting(organisation);

        // When
        var list = asAnyone().get("/postings?organisation=" + organisation);
        var posting = publicView(open.id());
        var ofTheTeam = as(Tokens.hr(organisation)).get("/postings?organisation=" + organisation);
        var unknown = publicView(UUID.randomUUID());

        // Then
        list.then().header("Cache-Control", SHARED);
        posting.then().header("Cache-Control", SHARED);
        ofTheTeam.then().header("Cache-Control", "private, no-cache");
        unknown.then().statusCode(404).header("Cache-Control", "no-store");
    }

    @Test
    void shared_caches_never_keep_an_answer_past_the_next_deadline_in_it() {
        // Given
        var organisation = anOrganisation();
        var open = anOpenPosting(organisation);
        anOpenPosting(aNotice(organisation).with("deadline", Map.of("none", true)));
        closesIn(open.id(), "6 seconds");

        // When
        var answers = new Response[] {
            fresh("/postings?organisation=" + organisation, "s-maxage=10"),
            fresh("/postings?limit=1&facets=country&organisation=" + organisation, "s-maxage=10"),
            fresh("/postings/" + open.id(), "s-maxage=10")
        };

        // Then
        for (var answer : answers) {
            var seconds = answer.header("Cache-Control").replaceAll("\\D+0, s-maxage=(\\d+).*", "$1");
            assertThat(Integer.parseInt(seconds)).isBetween(0, 5);
        }
    }

    @Test
    void a_kept_answer_ends_at_the_instant_of_a_deadline_even_if_nobody_has_closed_the_posting() throws Exception {
        // Given
        var organisation = anOrganisation();
        var open = anOpenPosting(organisation);
        closesIn(open.id(), "10 seconds");
        var list = "/postings?facets=country&organisation=" + organisation;
        fresh(list, "s-maxage=10").then().body("items", hasSize(1));
        publicView(open.id()).then().body("state", equalTo("open"));

        try (var holder = database.getConnection()) {
            // When
            holder.setAutoCommit(false);
            assertThat(holder.createStatement()
                            .execute("SELECT 1 FROM posting WHERE id = '" + open.id() + "' FOR UPDATE"))
                    .isTrue();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> count("SELECT count(*) FROM posting WHERE id = '" + open.id()
                                    + "' AND state = 'OPEN' AND closes_at < appel_now()")
                            == 1);
            var after = asAnyone().get(list);
            var posting = publicView(open.id());

            // Then
            after.then().body("items", empty()).body("total", equalTo(0));
            posting.then().body("state", equalTo("closed"));
            holder.rollback();
        }
        Awaitility.await()
                .until(() -> publicView(open.id()).header("Cache-Control").equals(SHARED));
        publicView(open.id()).then().statusCode(200).body("state", equalTo("closed"));
    }

    @Test
    void what_this_service_changes_is_seen_by_the_very_next_reader() {
        // Given
        var organisation = anOrganisation();
        var list = "/postings?organisation=" + organisation;

        for (int number = 0; number < 8; number++) {
            asAnyone().get(list).then().body("items", hasSize(number));

            // When
            anOpenPosting(organisation);

            // Then
            asAnyone().get(list).then().body("items", hasSize(number + 1));
        }
    }

    @Test
    void what_another_replica_changes_is_seen_within_the_bound() {
        // Given
        var organisation = anOrganisation();
        var open = anOpenPosting(organisation);
        var list = "/postings?organisation=" + organisation;

        for (var state : new String[] {"WITHDRAWN", "OPEN", "WITHDRAWN", "OPEN"}) {
            asAnyone().get(list).then().statusCode(200);

            // When
            run("UPDATE posting SET state = '" + state
                    + "', withdrawn_at = appel_now(), withdrawal_reason = 'No funds',"
                    + " revision = revision + 1 WHERE id = '" + open.id() + "'");
            var begin = System.nanoTime();

            // Then
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() ->
                            asAnyone().get(list).jsonPath().getList("items").size() == (state.equals("OPEN") ? 1 : 0));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void nobody_sees_an_older_list_after_a_newer_one_while_postings_appear_and_many_read() throws Exception {
        // Given
        var organisation = anOrganisation();
        var list = "/postings?limit=100&organisation=" + organisation;
        var done = new AtomicBoolean();
        var readers = new ArrayList<Future<Boolean>>();

        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 2; i++) {
                readers.add(threads.submit(() -> {
                    int seen = 0;
                    while (!done.get()) {
                        int now =
                                asAnyone().get(list).jsonPath().getList("items").size();
                        if (now < seen) {
                            return false;
                        }
                        seen = now;
                    }
                    return true;
                }));
            }

            // When
            for (int i = 0; i < 12; i++) {
                anOpenPosting(organisation);
            }
            done.set(true);

            // Then
            for (var reader : readers) {
                assertThat(reader.get()).isTrue();
            }
        }
        asAnyone().get(list).then().body("items", hasSize(12));
    }

    @Test
    void a_withdrawn_posting_leaves_a_tombstone_that_caches_may_keep() {
        // Given
        var organisation = anOrganisation();
        var open = anOpenPosting(organisation);
        publicView(open.id()).then().statusCode(200);

        // When
        as(Tokens.hr(organisation))
                .header("If-Match", open.etag())
                .body(Map.of("reason", "No funds"))
                .delete("/postings/" + open.id() + "/publication")
                .then()
                .statusCode(204);
        var tombstone = asAnyone().header("If-None-Match", "*").get("/postings/" + open.id());

        // Then
        tombstone
                .then()
                .statusCode(410)
                .contentType(startsWith("application/problem+json"))
                .header("Cache-Control", SHARED)
                .body("state", equalTo("withdrawn"));
    }

    @Test
    void what_only_the_team_may_read_of_an_open_posting_is_never_kept_for_the_public() {
        // Given
        var organisation = anOrganisation();
        var notice = aNotice(organisation)
                .with("apply", Map.of("api", true, "late", Map.of("policy", "flag"), "documents", List.of("cv")));
        var open = anOpenPosting(notice);

        // When
        var ofTheTeam = as(Tokens.hr(organisation)).get("/postings/" + open.id());
        var made = publicView(open.id());
        var kept = publicView(open.id());
        var again = as(Tokens.hr(organisation)).get("/postings/" + open.id());

        // Then
        for (var team : new Response[] {ofTheTeam, again}) {
            team.then()
                    .statusCode(200)
                    .header("Cache-Control", "private, no-cache")
                    .body("apply.late.policy", equalTo("flag"));
        }
        for (var shown : new Response[] {made, kept}) {
            shown.then().statusCode(200).header("Cache-Control", SHARED).body("apply.late", nullValue());
            assertThat(shown.header("ETag")).isNotEqualTo(ofTheTeam.header("ETag"));
        }
    }

    @Test
    void a_draft_is_never_kept_for_others() {
        // Given
        var organisation = anOrganisation();
        var draft = draft(organisation);

        // When
        var forItsTeam = as(Tokens.hr(organisation)).get("/postings/" + draft.id());
        var forOthers = publicView(draft.id());

        // Then
        forItsTeam.then().statusCode(200).header("Cache-Control", "private, no-cache");
        forOthers.then().statusCode(404);
    }

    /** Asks until what was changed behind the service's back is seen. */
    private static Response fresh(String path, String oldCacheControl) {
        return Awaitility.await().until(() -> asAnyone().get(path), answer -> !answer.header("Cache-Control")
                .contains(oldCacheControl));
    }

    private void closesIn(UUID id, String interval) {
        run("UPDATE posting SET closes_at = appel_now() + interval '" + interval + "' WHERE id = '" + id + "'");
    }

    private void run(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long count(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
