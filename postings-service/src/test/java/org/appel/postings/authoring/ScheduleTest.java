package org.appel.postings.authoring;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.appel.postings.HiringDesk;
import org.appel.postings.HiringDesk.Kept;
import org.appel.postings.NoticeJson;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;

import static org.appel.postings.HiringDesk.aNotice;
import static org.appel.postings.HiringDesk.anOpenPosting;
import static org.appel.postings.HiringDesk.anOrganisation;
import static org.appel.postings.HiringDesk.as;
import static org.appel.postings.HiringDesk.asAnyone;
import static org.appel.postings.HiringDesk.draft;
import static org.appel.postings.HiringDesk.eventNames;
import static org.appel.postings.HiringDesk.publicView;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@RealInfrastructure
class ScheduleTest {

    private static final Instant TOMORROW =
            Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

    @Inject
    DataSource database;

    @Inject
    PublishDueDrafts publishDue;

    @Test
    void a_planned_draft_stays_a_draft_and_says_when_it_is_published() {
        // Given
        var organisation = anOrganisation();
        var draft = draft(organisation);

        // When
        var planned = plan(organisation, draft, TOMORROW);

        // Then
        planned.then()
                .statusCode(200)
                .body("state", equalTo("draft"))
                .body("scheduledFor", equalTo(TOMORROW.toString()))
                .body("scheduleProblem", nullValue());
        publicView(draft.id()).then().statusCode(404);
        as(Tokens.hr(organisation)).get("/drafts").then().body("items.scheduledFor", contains(TOMORROW.toString()));
    }

    @Test
    void it_is_published_and_told_once_when_its_moment_comes() {
        // Given
        var organisation = anOrganisation();
        var draft = draft(organisation);
        var at = Instant.now().plusSeconds(2);

        // When
        plan(organisation, draft, at).then().statusCode(200);

        // Then
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> publicView(draft.id()).then().statusCode(200).body("state", equalTo("open")));
        assertThat(HiringDesk.instant(publicView(draft.id()).jsonPath(), "publishedAt"))
                .isBetween(at.minusMillis(1), at.plusSeconds(20));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !eventNames(draft.id())
                .isEmpty());
        assertThat(eventNames(draft.id())).containsExactly("PostingPublished");
        as(Tokens.hr(organisation))
                .get("/postings/" + draft.id() + "/versions")
                .then()
                .body("items[0].publishedBy", equalTo("hr@" + organisation));
    }

    @Test
    void replicas_that_race_publish_each_draft_once() throws Exception {
        // Given
        var organisation = anOrganisation();
        var drafts = IntStream.range(0, 30)
                .mapToObj(_ -> draft(organisation))
                .peek(draft -> plan(organisation, draft, TOMORROW).then().statusCode(200))
                .map(Kept::id)
                .toList();
        run("UPDATE posting SET publish_at = appel_now() - interval '3 days' WHERE organisation = '" + organisation
                + "'");

        // When
        inParallel(IntStream.range(0, 5)
                .<Callable<Integer>>mapToObj(_ -> this::publishAll)
                .toList());

        // Then
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(drafts)
                .allSatisfy(id -> assertThat(eventNames(id)).containsExactly("PostingPublished")));
        assertThat(count("SELECT count(*) FROM posting WHERE state = 'OPEN' AND organisation = '" + organisation + "'"))
                .isEqualTo(30);
    }

    @Test
    void it_is_checked_as_it_would_be_then() {
        // Given
        var organisation = anOrganisation();
        var draft = draft(aNotice(organisation)
                .with("deadline", HiringDesk.until(LocalDate.now(ZoneOffset.UTC).plusDays(3))));

        // When
        var refused = plan(organisation, draft, Instant.now().plus(10, ChronoUnit.DAYS));

        // Then
        refused.then().statusCode(422).body("errors.pointer", contains("/deadline/date"));
        as(Tokens.hr(organisation)).get("/drafts/" + draft.id()).then().body("scheduledFor", nullValue());
    }

    @Test
    void a_moment_that_has_passed_or_is_none_is_refused() {
        // Given
        var organisation = anOrganisation();
        var draft = draft(organisation);

        // When
        var past = plan(organisation, draft, Instant.now().minusSeconds(60));
        var faulty = as(Tokens.hr(organisation))
                .header("If-Match", draft.etag())
                .body(Map.of("at", "tomorrow", "when", 1))
                .put("/postings/" + draft.id() + "/publication");

        // Then
        past.then()
                .statusCode(422)
                .body("type", equalTo("urn:appel:problem:not-in-the-future"))
                .body("errors.pointer", contains("/at"));
        faulty.then().statusCode(422);
        assertThat(faulty.jsonPath().getList("errors.pointer", String.class)).containsExactlyInAnyOrder("/at", "/when");
    }

    @Test
    void what_cannot_be_published_when_its_moment_comes_is_not_lost_and_tried_again_when_it_changes() {
        // Given
        var organisation = anOrganisation();
        var draft = draft(organisation);
        plan(organisation, draft, TOMORROW).then().statusCode(200);
        var refusedBefore = refused();
        run("UPDATE posting SET ad = jsonb_set(ad, '{apply}', 'null'), publish_at = appel_now() - interval '10 minutes'"
                + " WHERE id = '" + draft.id() + "'");
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> as(Tokens.hr(organisation))
                .get("/drafts/" + draft.id())
                .then()
                .body("scheduleProblem.errors.pointer", contains("/apply")));
        assertThat(refused()).isGreaterThan(refusedBefore);

        // When
        as(Tokens.hr(organisation))
                .header("If-Match", "*")
                .body(aNotice(organisation).json())
                .put("/postings/" + draft.id())
                .then()
                .statusCode(200)
                .body("scheduleProblem", nullValue());

        // Then
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> publicView(draft.id()).then().statusCode(200));
    }

    @Test
    void what_was_confirmed_after_a_plan_had_a_problem_is_published_at_its_moment() {
        // Given
        var organisation = anOrganisation();
        var draft = draft(organisation);
        var planned = Kept.of(plan(organisation, draft, Instant.now().plusSeconds(5)));
        var notice = aNotice(organisation)
                .with(
                        "texts",
                        Map.of(
                                "fr", NoticeJson.text("Juriste", "Pour 12 mois"),
                                "en", NoticeJson.text("Lawyer", "For 13 months")))
                .json();
        var disagreeing = as(Tokens.hr(organisation))
                .header("If-Match", planned.etag())
                .body(notice)
                .put("/postings/" + draft.id());
        var error = disagreeing.jsonPath().getMap("scheduleProblem.errors[0]", String.class, String.class);

        // When
        var confirmed = as(Tokens.hr(organisation))
                .header("If-Match", disagreeing.header("ETag"))
                .queryParam("confirm", error.get("pointer") + " " + error.get("detail"))
                .body(notice)
                .put("/postings/" + draft.id());

        // Then
        confirmed.then().statusCode(200).body("scheduleProblem", nullValue());
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> publicView(draft.id()).then().statusCode(200));
    }

    @Test
    void a_plan_that_a_problem_has_held_up_for_long_is_made_again() {
        // Given
        var organisation = anOrganisation();
        var draft = draft(organisation);
        plan(organisation, draft, TOMORROW).then().statusCode(200);
        run("UPDATE posting SET publish_at = appel_now() - interval '2 hours',"
                + " schedule_problem = '[{\"pointer\": \"/apply\", \"detail\": \"is missing\"}]' WHERE id = '"
                + draft.id() + "'");

        // When
        var mended = as(Tokens.hr(organisation))
                .header("If-Match", "*")
                .body(aNotice(organisation).titled("Autre titre").json())
                .put("/postings/" + draft.id());

        // Then
        mended.then()
                .statusCode(200)
                .body(
                        "scheduleProblem.detail",
                        equalTo("Its moment has passed, and it is not published by itself any more"))
                .body("scheduleProblem.errors.pointer", contains(""));
        publishAll();
        publicView(draft.id()).then().statusCode(404);
        assertThat(HiringDesk.publish(organisation, Kept.of(mended)).body().getString("state"))
                .isEqualTo("open");
    }

    @Test
    void a_rewrite_keeps_the_moment_and_names_what_is_wrong_now() {
        // Given
        var organisation = anOrganisation();
        var draft = draft(organisation);
        var planned = Kept.of(plan(organisation, draft, TOMORROW));

        // When
        var rewritten = as(Tokens.hr(organisation))
                .header("If-Match", planned.etag())
                .body(aNotice(organisation).with("places", null).json())
                .put("/postings/" + draft.id());

        // Then
        rewritten
                .then()
                .statusCode(200)
                .body("scheduledFor", equalTo(TOMORROW.toString()))
                .body("scheduleProblem.errors.pointer", contains("/places"));
    }

    @Test
    void a_plan_is_taken_back_without_a_reason() {
        // Given
        var organisation = anOrganisation();
        var draft = draft(organisation);
        var planned = Kept.of(plan(organisation, draft, TOMORROW));

        // When
        var taken = HiringDesk.as(Tokens.hr(organisation))
                .header("If-Match", planned.etag())
                .delete("/postings/" + draft.id() + "/publication");
        var again =
                as(Tokens.hr(organisation)).header("If-Match", "*").delete("/postings/" + draft.id() + "/publication");

        // Then
        taken.then().statusCode(204);
        again.then().statusCode(409).body("type", equalTo("urn:appel:problem:not-open"));
        as(Tokens.hr(organisation)).get("/drafts/" + draft.id()).then().body("scheduledFor", nullValue());
    }

    @Test
    void an_open_posting_is_withdrawn_only_with_a_reason_and_never_planned() {
        // Given
        var organisation = anOrganisation();
        var open = anOpenPosting(organisation);

        // When
        var silent = as(Tokens.hr(organisation))
                .header("If-Match", open.etag())
                .delete("/postings/" + open.id() + "/publication");
        var planned = plan(organisation, open, TOMORROW);

        // Then
        silent.then().statusCode(422).body("errors.pointer", contains("/reason"));
        planned.then().statusCode(409).body("type", equalTo("urn:appel:problem:not-a-draft"));
    }

    @Test
    void a_planned_draft_may_be_published_at_once() {
        // Given
        var organisation = anOrganisation();
        var planned = Kept.of(plan(organisation, draft(organisation), TOMORROW));

        // When
        var open = HiringDesk.publish(organisation, planned);

        // Then
        assertThat(open.body().getString("state")).isEqualTo("open");
        assertThat(open.body().getString("scheduledFor")).isNull();
    }

    @Test
    void a_second_person_is_asked_before_it_is_planned_and_again_after_a_rewrite() {
        // Given
        var organisation = ApprovalTest.anOrganisationOfTwo();
        var draft = draft(organisation);
        var unapproved = plan(organisation, draft, TOMORROW);
        var approved = Kept.of(ApprovalTest.approve(organisation, "bela", draft));
        var planned = Kept.of(plan(organisation, approved, TOMORROW));

        // When
        var rewritten = Kept.of(as(Tokens.hr(organisation))
                .header("If-Match", planned.etag())
                .body(aNotice(organisation).titled("Autre titre").json())
                .put("/postings/" + draft.id()));

        // Then
        unapproved.then().statusCode(409).body("type", equalTo("urn:appel:problem:not-approved"));
        assertThat(rewritten.body().getList("scheduleProblem.errors.detail", String.class))
                .singleElement()
                .asString()
                .contains("second person");
        ApprovalTest.approve(organisation, "bela", rewritten)
                .then()
                .statusCode(200)
                .body("scheduleProblem", nullValue())
                .body("scheduledFor", equalTo(TOMORROW.toString()));
    }

    @Test
    void the_metrics_count_what_was_published_and_what_was_not() {
        // Given
        var metrics = asAnyone().get("/metrics");

        // When
        var lines = metrics.asString().lines().toList();

        // Then
        assertThat(lines)
                .anyMatch(line -> line.startsWith("appel_postings_scheduled_total{outcome=\"published\"}"))
                .anyMatch(line -> line.startsWith("appel_postings_scheduled_total{outcome=\"refused\"}"));
    }

    private static double refused() {
        return asAnyone()
                .get("/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("appel_postings_scheduled_total{outcome=\"refused\"}"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static Response plan(String organisation, Kept draft, Instant at) {
        return as(Tokens.hr(organisation))
                .header("If-Match", draft.etag())
                .body(Map.of("at", at.atOffset(ZoneOffset.ofHours(1)).toString()))
                .put("/postings/" + draft.id() + "/publication");
    }

    private int publishAll() {
        int all = 0;
        for (var id : publishDue.due(100)) {
            all += publishDue.handle(id) ? 1 : 0;
        }
        return all;
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

    private static <T> List<T> inParallel(List<Callable<T>> tasks) throws Exception {
        try (var threads = Executors.newFixedThreadPool(tasks.size())) {
            var results = new ArrayList<T>();
            for (Future<T> done : threads.invokeAll(tasks)) {
                results.add(done.get());
            }
            return results;
        }
    }
}
