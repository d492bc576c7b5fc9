package org.appel.postings.reliefweb;

import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.appel.postings.HiringDesk.Kept;
import org.appel.postings.config.PostingsConfig;
import org.appel.postings.reliefweb.ReliefWebTurns.Turn;
import org.appel.postings.reliefweb.StandIn.Reply;
import org.appel.service.Poller;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;

import static org.appel.postings.HiringDesk.aNotice;
import static org.appel.postings.HiringDesk.anOpenPosting;
import static org.appel.postings.HiringDesk.as;
import static org.appel.postings.HiringDesk.asAnyone;
import static org.appel.postings.HiringDesk.draft;
import static org.appel.postings.HiringDesk.publish;
import static org.appel.postings.HiringDesk.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@RealInfrastructure
class ReliefWebPublisherTest {

    private static final Map<String, Object> CHOSEN =
            Map.of("careerCategory", 6867, "themes", List.of(4600), "jobExperience", 258);

    @Inject
    ReliefWebPublisher publisher;

    @Inject
    ReliefWebTurns turns;

    @Inject
    Clock clock;

    @Inject
    DataSource database;

    private StandIn reliefWeb;
    private Settings settings;
    private ReliefWebApi api;

    @BeforeEach
    void standIn() throws IOException, SQLException {
        reliefWeb = new StandIn();
        settings = new Settings(reliefWeb.url(), 1000, Duration.ZERO);
        api = new ReliefWebApi(settings, clock);
        run("DELETE FROM reliefweb_posting");
        run("UPDATE reliefweb_traffic SET hold_until = '2000-01-01', sent = 0");
    }

    @AfterEach
    void close() {
        api.close();
        reliefWeb.close();
    }

    @Test
    void a_posting_that_its_team_wants_on_ReliefWeb_is_sent_once() {
        // Given
        var organisation = anOrganisationOnReliefWeb();
        var open = anOpenPosting(aNotice(organisation).titled("Chargé·e de mission"));
        want(organisation, open, CHOSEN).then().statusCode(200).body("state", equalTo("waiting"));

        // When
        look();
        look();

        // Then
        assertThat(reliefWeb.taken()).hasSize(1);
        assertThat(reliefWeb.taken().getFirst().path("title").asText()).isEqualTo("Chargé·e de mission");
        var view = view(organisation, open);
        assertThat(view.getString("state")).isEqualTo("queued");
        assertThat(view.getInt("lastStatus")).isEqualTo(202);
        assertThat(view.getString("lastAnswer")).isEqualTo("\"Document queued for processing.\"");
        assertThat(view.getString("document.uuid")).isEqualTo(view.getString("uuid"));
    }

    @Test
    void an_amendment_is_sent_and_a_withdrawal_closes_it_there() {
        // Given
        var organisation = anOrganisationOnReliefWeb();
        var open = anOpenPosting(aNotice(organisation).titled("Chargé·e de mission"));
        reliefWeb.script(Reply.of(200, "Document processed."));
        want(organisation, open, CHOSEN);
        look();

        // When
        var amended = amend(organisation, open.id(), open.etag(), "Chargé·e de programme");
        look();
        withdraw(organisation, open.id(), amended.header("ETag"));
        look();
        look();

        // Then
        assertThat(reliefWeb.taken())
                .extracting(document -> document.path("title").asText())
                .containsExactly("Chargé·e de mission", "Chargé·e de programme", "Chargé·e de programme");
        assertThat(closingDates())
                .satisfiesExactly(
                        first -> assertThat(first).isAfter(clock.instant()),
                        second -> assertThat(second).isAfter(clock.instant()),
                        third -> assertThat(third).isBefore(clock.instant()));
        assertThat(view(organisation, open).getString("state")).isEqualTo("closed");
    }

    @Test
    void what_may_be_there_is_closed_there_although_nobody_heard_the_answer() throws SQLException {
        // Given
        var organisation = anOrganisationOnReliefWeb();
        var open = anOpenPosting(aNotice(organisation).titled("Chargé·e de mission"));
        reliefWeb.script(Reply.lost());
        want(organisation, open, CHOSEN);
        look();

        // When
        withdraw(organisation, open.id(), open.etag());
        passPause(open);
        look();

        // Then
        assertThat(closingDates()).hasSize(2);
        assertThat(closingDates().getLast()).isBefore(clock.instant());
        assertThat(view(organisation, open).getString("state")).isEqualTo("closed");
    }

    @Test
    void what_a_dead_replica_may_have_sent_is_closed_there() throws SQLException {
        // Given
        var organisation = anOrganisationOnReliefWeb();
        var open = anOpenPosting(aNotice(organisation).titled("Chargé·e de mission"));
        want(organisation, open, CHOSEN);
        var claim = turns.claim(settings.lease()).orElseThrow();
        assertThat(turns.look(claim.posting(), 1000, Duration.ZERO)).isInstanceOf(Turn.Sending.class);

        // When
        withdraw(organisation, open.id(), open.etag());
        run("UPDATE reliefweb_posting SET lease_until = appel_now()");
        look();

        // Then
        assertThat(closingDates()).hasSize(1);
        assertThat(closingDates().getFirst()).isBefore(clock.instant());
        assertThat(view(organisation, open).getString("state")).isEqualTo("closed");
    }

    @Test
    void what_was_never_sent_needs_no_closing() {
        // Given
        var organisation = anOrganisationOnReliefWeb();
        var open = anOpenPosting(aNotice(organisation).titled("Chargé·e de mission"));
        reliefWeb.script(Reply.of(400, "Invalid data"));
        want(organisation, open, CHOSEN);
        look();

        // When
        withdraw(organisation, open.id(), open.etag());
        look();

        // Then
        assertThat(reliefWeb.statuses()).containsExactly(400);
        assertThat(view(organisation, open).getString("state")).isEqualTo("closed");
    }

    @Test
    void an_amendment_whose_answer_was_lost_is_taken_back_there_too() throws SQLException {
        // Given
        var organisation = anOrganisationOnReliefWeb();
        var open = anOpenPosting(aNotice(organisation).titled("Chargé·e de mission"));
        want(organisation, open, CHOSEN);
        look();
        reliefWeb.script(Reply.lost());
        var amended = amend(organisation, open.id(), open.etag(), "Chargé·e de programme");
        look();

        // When
        amend(organisation, open.id(), amended.header("ETag"), "Chargé·e de mission");
        passPause(open);
        look();

        // Then
        assertThat(reliefWeb.taken())
                .extracting(document -> document.path("title").asText())
                .containsExactly("Chargé·e de mission", "Chargé·e de programme", "Chargé·e de mission");
        assertThat(view(organisation, open).getString("state")).isEqualTo("queued");
    }

    @Test
    void a_posting_that_lacks_something_by_now_is_closed_there_all_the_same() {
        // Given
        var organisation = anOrganisationOnReliefWeb();
        var open = anOpenPosting(aNotice(organisation).titled("Chargé·e de mission"));
        want(organisation, open, CHOSEN);
        look();

        // When
        var amended = amend(organisation, open.id(), open.etag(), "Chef");
        look();
        assertThat(view(organisation, open).getString("state")).isEqualTo("incomplete");
        withdraw(organisation, open.id(), amended.header("ETag"));
        look();

        // Then
        assertThat(reliefWeb.taken())
                .extracting(document -> document.path("title").asText())
                .containsExactly("Chargé·e de mission", "Chargé·e de mission");
        assertThat(closingDates().getLast()).isBefore(clock.instant());
        assertThat(view(organisation, open).getString("state")).isEqualTo("closed");
    }

    @Test
    void a_deadline_that_passes_closes_it_there() throws SQLException {
        // Given
        var organisation = anOrganisationOnReliefWeb();
        var open = anOpenPosting(aNotice(organisation).titled("Chargé·e de mission"));
        want(organisation, open, CHOSEN);
        look();

        // When
        run("UPDATE posting SET closes_at = appel_now() WHERE id = '" + open.id() + "'");
        Awaitility.await().until(() -> {
            look();
            return reliefWeb.taken().size() == 2;
        });

        // Then
        assertThat(closingDates().getLast()).isBefore(clock.instant());
        assertThat(view(organisation, open).getString("state")).isEqualTo("closed");
    }

    @Test
    void a_posting_that_is_reopened_is_open_there_again() throws SQLException {
        // Given
        var organisation = anOrganisationOnReliefWeb();
        var open = anOpenPosting(aNotice(organisation).titled("Chargé·e de mission"));
        want(organisation, open, CHOSEN);
        look();
        run("UPDATE posting SET closes_at = appel_now() WHERE id = '" + open.id() + "'");
        Awaitility.await().until(() -> {
            look();
            return reliefWeb.taken().size() == 2;
        });

        // When
        as(Tokens.hr(organisation))
                .header("If-Match", "*")
                .body(until(LocalDate.now(clock).plusDays(60)))
                .put("/postings/" + open.id() + "/deadline")
                .then()
                .statusCode(200);
        look();

        // Then
        assertThat(closingDates()).hasSize(3);
        assertThat(closingDates().getLast()).isAfter(clock.instant());
        assertThat(view(organisation, open).getString("state")).isEqualTo("queued");
    }

    @Test
    void a_posting_that_is_taken_off_is_closed_there() {
        // Given
        var organisation = anOrganisationOnReliefWeb();
        var open = anOpenPosting(aNotice(organisation).titled("Chargé·e de mission"));
        want(organisation, open, CHOSEN);
        look();

        // When
        as(Tokens.hr(organisation)).delete(address(open)).then().statusCode(428);
        as(Tokens.hr(organisation))
                .header("If-Match", "\"7\"")
                .delete(address(open))
                .then()
                .statusCode(412);
        as(Tokens.hr(organisation))
                .header("If-Match", "\"1\"")
                .delete(address(open))
                .then()
                .statusCode(200);
        look();
        look();

        // Then
        assertThat(closingDates()).hasSize(2);
        assertThat(closingDates().getLast()).isBefore(clock.instant());
        assertThat(view(organisation, open).getBoolean("listed")).isFalse();
    }

    @Test
    void a_draft_waits_until_it_is_open() {
        // Given
        var organisation = anOrganisationOnReliefWeb();
        var draft = draft(aNotice(organisation).titled("Chargé·e de mission"));
        want(organisation, draft, CHOSEN);
        look();
        assertThat(reliefWeb.statuses()).isEmpty();

        // When
        publish(organisation, draft);
        look();

        // Then
        assertThat(reliefWeb.statuses()).containsExactly(202);
    }

    @Test
    void what_is_missing_is_told_and_nothing_is_sent() {
        // Given
        var organisation = anOrganisationOnReliefWeb();
        var open = anOpenPosting(aNotice(organisation).titled("Chef"));

        // When
        var told = want(organisation, open, Map.of());
        look();

        // Then
        told.then()
                .statusCode(200)
                .body("missing.field", containsInAnyOrder("title", "job_experience", "career_category"));
        assertThat(reliefWeb.statuses()).isEmpty();
        assertThat(view(organisation, open).getString("state")).isEqualTo("incomplete");
        assertThat(asAnyone().get("/metrics").asString())
                .contains(
                        "appel_reliefweb_incomplete 1.0", "appel_reliefweb_waiting 0.0", "appel_reliefweb_refused 0.0");
    }

    @Test
    void a_refusal_is_kept_and_shown_until_something_changes() {
        // Given
        var organisation = anOrganisationOnReliefWeb();
        var open = anOpenPosting(aNotice(organisation).titled("Chargé·e de mission"));
        reliefWeb.script(Reply.of(400, "Invalid data:\n\n{\"/theme\": \"unknown\"} " + StandIn.KEY));
        var wanted = want(organisation, open, CHOSEN);

        // When
        look();
        look();

        // Then
        assertThat(reliefWeb.statuses()).containsExactly(400);
        var view = view(organisation, open);
        assertThat(view.getString("state")).isEqualTo("refused");
        assertThat(view.getString("lastAnswer")).contains("Invalid data").doesNotContain(StandIn.KEY);
        var other = new HashMap<>(CHOSEN);
        other.put("themes", List.of(4595));
        want(organisation, open, other).then().statusCode(428);
        want(organisation, open, CHOSEN).then().statusCode(428);
        as(Tokens.hr(organisation))
                .header("If-Match", wanted.header("ETag"))
                .body(other)
                .put(address(open))
                .then()
                .statusCode(200);
        look();
        assertThat(view(organisation, open).getString("state")).isEqualTo("queued");
    }

    @Test
    void a_fault_of_ReliefWeb_is_tried_again_after_a_pause() throws SQLException {
        // Given
        var organisation = anOrganisationOnReliefWeb();
        var open = anOpenPosting(aNotice(organisation).titled("Chargé·e de mission"));
        reliefWeb.script(Reply.of(503, "Internal server error."), Reply.of(0, ""));
        want(organisation, open, CHOSEN);
        look();
        look();
        assertThat(reliefWeb.statuses()).containsExactly(503);

        // When
        passPause(open);
        look();
        passPause(open);
        look();

        // Then
        assertThat(reliefWeb.statuses()).containsExactly(503, 0, 202);
        assertThat(view(organisation, open).getString("state")).isEqualTo("queued");
        assertThat(view(organisation, open).getInt("attempts")).isZero();
    }

    @Test
    void a_hang_is_told_as_such() {
        // Given
        var organisation = anOrganisationOnReliefWeb();
        var open = anOpenPosting(aNotice(organisation).titled("Chargé·e de mission"));
        reliefWeb.script(Reply.of(0, ""));
        want(organisation, open, CHOSEN);

        // When
        look();

        // Then
        var view = view(organisation, open);
        assertThat(view.getString("state")).isEqualTo("waiting");
        assertThat(view.getInt("attempts")).isEqualTo(1);
        assertThat(view.<@Nullable Object>get("lastStatus")).isNull();
        assertThat(view.getString("lastAnswer")).isNotEmpty();
        assertThat(Instant.parse(view.getString("nextAttemptAt"))).isAfter(clock.instant());
    }

    @Test
    void nobody_sends_before_ReliefWeb_wants_it() throws SQLException {
        // Given
        var organisation = anOrganisationOnReliefWeb();
        var first = anOpenPosting(aNotice(organisation).titled("Chargé·e de mission"));
        var second = anOpenPosting(aNotice(organisation).titled("Chargé·e de programme"));
        reliefWeb.script(new Reply(429, "Not enough time ellapsed since last request.", Map.of("Retry-After", "3600")));
        want(organisation, first, CHOSEN);
        want(organisation, second, CHOSEN);

        // When
        look();
        look();

        // Then
        assertThat(reliefWeb.statuses()).containsExactly(429);
        assertThat(view(organisation, first).getInt("attempts")).isZero();
        var until = Instant.parse(view(organisation, first).getString("nextAttemptAt"));
        assertThat(until)
                .isBetween(clock.instant().plusSeconds(3500), clock.instant().plusSeconds(3600));
        passPause(first);
        look();
        assertThat(reliefWeb.statuses()).containsExactly(429, 202, 202);
    }

    @Test
    void no_more_than_the_quota_is_sent_a_day() throws SQLException {
        // Given
        var organisation = anOrganisationOnReliefWeb();
        IntStream.range(0, 3)
                .mapToObj(i -> anOpenPosting(aNotice(organisation).titled("Chargé·e de mission " + i)))
                .forEach(open -> want(organisation, open, CHOSEN));
        settings = new Settings(reliefWeb.url(), 2, Duration.ZERO);

        // When
        look();
        look();

        // Then
        assertThat(reliefWeb.statuses()).containsExactly(202, 202);
        run("UPDATE reliefweb_traffic SET day = day - 1");
        look();
        assertThat(reliefWeb.statuses()).containsExactly(202, 202, 202);
    }

    @Test
    void replicas_that_race_send_each_posting_once() throws Exception {
        // Given
        var organisation = anOrganisationOnReliefWeb();
        IntStream.range(0, 8)
                .mapToObj(i -> anOpenPosting(aNotice(organisation).titled("Chargé·e de mission " + i)))
                .forEach(open -> want(organisation, open, CHOSEN));

        // When
        try (var replicas = Executors.newFixedThreadPool(4)) {
            var looks = IntStream.range(0, 4)
                    .<Callable<Boolean>>mapToObj(_ -> () -> {
                        look();
                        return true;
                    })
                    .toList();
            for (var done : replicas.invokeAll(looks)) {
                assertThat(done.get()).isTrue();
            }
        }
        look();

        // Then
        assertThat(reliefWeb.taken())
                .extracting(document -> document.path("uuid").asText())
                .hasSize(8)
                .doesNotHaveDuplicates();
    }

    @Test
    void what_a_dead_replica_had_in_hand_is_sent_after_its_lease() throws SQLException {
        // Given
        var organisation = anOrganisationOnReliefWeb();
        var open = anOpenPosting(aNotice(organisation).titled("Chargé·e de mission"));
        want(organisation, open, CHOSEN);
        run("UPDATE reliefweb_posting SET lease_until = appel_now() + interval '1 hour'");
        look();
        assertThat(reliefWeb.statuses()).isEmpty();

        // When
        run("UPDATE reliefweb_posting SET lease_until = appel_now()");
        look();

        // Then
        assertThat(reliefWeb.statuses()).containsExactly(202);
    }

    @Test
    void a_wrong_key_is_shown_without_the_key() {
        // Given
        var organisation = anOrganisationOnReliefWeb();
        var open = anOpenPosting(aNotice(organisation).titled("Chargé·e de mission"));
        want(organisation, open, CHOSEN);
        api.close();
        api = new ReliefWebApi(new Settings(reliefWeb.url(), 1000, Duration.ZERO, "another-key"), clock);

        // When
        look();

        // Then
        var view = view(organisation, open);
        assertThat(view.getInt("lastStatus")).isEqualTo(403);
        assertThat(view.getString("lastAnswer")).contains("Invalid API key").doesNotContain("another-key");
    }

    @Test
    void what_a_wrong_key_kept_from_ReliefWeb_is_sent_when_the_key_is_right() throws SQLException {
        // Given
        var organisation = anOrganisationOnReliefWeb();
        var first = anOpenPosting(aNotice(organisation).titled("Chargé·e de mission"));
        var second = anOpenPosting(aNotice(organisation).titled("Chargé·e de programme"));
        want(organisation, first, CHOSEN);
        want(organisation, second, CHOSEN);
        api.close();
        api = new ReliefWebApi(new Settings(reliefWeb.url(), 1000, Duration.ZERO, "another-key"), clock);
        look();
        look();
        assertThat(reliefWeb.statuses()).containsExactly(403);
        assertThat(view(organisation, first).getString("state")).isEqualTo("waiting");

        // When
        api.close();
        api = new ReliefWebApi(settings, clock);
        passPause(first);
        passPause(second);
        look();

        // Then
        assertThat(reliefWeb.statuses()).containsExactly(403, 202, 202);
        assertThat(view(organisation, first).getString("state")).isEqualTo("queued");
        assertThat(view(organisation, first).getInt("attempts")).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 401, 403, 404, 405, 408, 500})
    void what_says_nothing_of_the_document_is_tried_again(int status) throws SQLException {
        // Given
        var organisation = anOrganisationOnReliefWeb();
        var open = anOpenPosting(aNotice(organisation).titled("Chargé·e de mission"));
        reliefWeb.script(Reply.of(status, "No."));
        want(organisation, open, CHOSEN);
        look();
        assertThat(view(organisation, open).getString("state")).isEqualTo("waiting");
        assertThat(view(organisation, open).getInt("attempts")).isEqualTo(1);

        // When
        passPause(open);
        look();

        // Then
        assertThat(reliefWeb.statuses()).containsExactly(status, 202);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 422})
    void what_is_said_of_the_document_is_final(int status) throws SQLException {
        // Given
        var organisation = anOrganisationOnReliefWeb();
        var open = anOpenPosting(aNotice(organisation).titled("Chargé·e de mission"));
        reliefWeb.script(Reply.of(status, "No."));
        want(organisation, open, CHOSEN);

        // When
        look();
        passPause(open);
        look();

        // Then
        assertThat(reliefWeb.statuses()).containsExactly(status);
        assertThat(view(organisation, open).getString("state")).isEqualTo("refused");
    }

    @Test
    void who_does_not_say_for_how_long_is_left_alone_for_longer_each_time() throws SQLException {
        // Given
        var organisation = anOrganisationOnReliefWeb();
        var open = anOpenPosting(aNotice(organisation).titled("Chargé·e de mission"));
        reliefWeb.script(Reply.of(429, "Too many."), Reply.of(429, "Too many."));
        want(organisation, open, CHOSEN);

        // When
        look();
        passPause(open);
        look();

        // Then
        assertThat(view(organisation, open).getInt("attempts")).isEqualTo(2);
        assertThat(Instant.parse(view(organisation, open).getString("nextAttemptAt")))
                .isAfter(clock.instant().plusSeconds(25));
    }

    @Test
    void one_that_cannot_be_looked_at_does_not_keep_others_back() throws SQLException {
        // Given
        var organisation = anOrganisationOnReliefWeb();
        var broken = anOpenPosting(aNotice(organisation).titled("Chargé·e de mission"));
        var other = anOpenPosting(aNotice(organisation).titled("Chargé·e de programme"));
        want(organisation, broken, CHOSEN);
        want(organisation, other, CHOSEN);
        run("UPDATE reliefweb_posting SET settings = '[]' WHERE posting = '" + broken.id() + "'");

        // When
        look();
        look();

        // Then
        assertThat(reliefWeb.taken())
                .extracting(document -> document.path("title").asText())
                .containsExactly("Chargé·e de programme");
    }

    @Test
    void what_is_answered_while_the_team_writes_is_not_forgotten() throws Exception {
        // Given
        var organisation = anOrganisationOnReliefWeb();
        var open = anOpenPosting(aNotice(organisation).titled("Chargé·e de mission"));
        want(organisation, open, CHOSEN);

        // When
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var team = Executors.newVirtualThreadPerTaskExecutor()) {
            connection.setAutoCommit(false);
            statement.executeUpdate(
                    "UPDATE reliefweb_posting SET accepted_hash = 'known' WHERE posting = '" + open.id() + "'");
            var written = team.submit(() -> as(Tokens.hr(organisation))
                    .header("If-Match", "\"1\"")
                    .body(Map.of("careerCategory", 6868, "jobExperience", 258))
                    .put(address(open))
                    .statusCode());
            Awaitility.await().until(() -> count("SELECT count(*) FROM pg_locks WHERE NOT granted") > 0);
            connection.commit();
            assertThat(written.get()).isEqualTo(200);
        }

        // Then
        assertThat(count("SELECT count(*) FROM reliefweb_posting WHERE accepted_hash = 'known'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-key\nX-Other: 1", "clé", "two words", "a\u0000b"})
    void a_key_that_no_header_can_have_is_not_quoted(String secret) {
        // Given
        var wrong = new Settings(reliefWeb.url(), 1000, Duration.ZERO, secret);

        // Then
        assertThatThrownBy(() -> new ReliefWebApi(wrong, clock))
                .isInstanceOf(IllegalStateException.class)
                .hasNoCause()
                .hasMessageContaining("appel.postings.reliefweb.key")
                .hasMessageNotContaining(secret);
    }

    @Test
    void a_key_may_have_a_line_break_behind_it() {
        // Given
        var organisation = anOrganisationOnReliefWeb();
        var open = anOpenPosting(aNotice(organisation).titled("Chargé·e de mission"));
        want(organisation, open, CHOSEN);
        api.close();
        api = new ReliefWebApi(new Settings(reliefWeb.url(), 1000, Duration.ZERO, " " + StandIn.KEY + "\r\n"), clock);

        // When
        look();

        // Then
        assertThat(reliefWeb.statuses()).containsExactly(202);
    }

    @Test
    void it_is_not_switched_on_without_a_key() {
        // Given
        var unset = new Settings(reliefWeb.url(), 1000, Duration.ZERO, " ");

        // Then
        assertThatThrownBy(() -> new ReliefWebApi(unset, clock))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("appel.postings.reliefweb.key");
    }

    @Test
    void pauses_double_up_to_a_limit_and_differ() {
        // When
        var pauses = IntStream.of(0, 1, 2, 40)
                .mapToObj(
                        failures -> ReliefWebPublisher.pause(failures, settings).toMillis())
                .toList();

        // Then
        assertThat(pauses.get(0)).isBetween(15_000L, 30_000L);
        assertThat(pauses.get(1)).isBetween(30_000L, 60_000L);
        assertThat(pauses.get(2)).isBetween(60_000L, 120_000L);
        assertThat(pauses.get(3)).isBetween(10_800_000L, 21_600_000L);
    }

    @Test
    void only_the_team_sees_and_changes_it() {
        // Given
        var organisation = anOrganisationOnReliefWeb();
        var open = anOpenPosting(aNotice(organisation).titled("Chargé·e de mission"));

        // When
        var byOthers = want("others", open, CHOSEN);

        // Then
        byOthers.then().statusCode(404);
        as(Tokens.hr("others")).get(address(open)).then().statusCode(404);
        as(Tokens.hr("others")).delete(address(open)).then().statusCode(404);
        asAnyone().get(address(open)).then().statusCode(401);
        as(Tokens.board()).get(address(open)).then().statusCode(403);
        as(Tokens.hr(organisation)).get(address(open)).then().statusCode(200).body("state", equalTo("not-listed"));
        want(organisation, open, Map.of("careerCategory", 0, "themes", List.of(1, 2, 3, 4), "x", 1))
                .then()
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/careerCategory", "/themes", "/x"));
    }

    @Test
    void everybody_may_look_at_the_documents() {
        // Given
        var organisation = anOrganisationOnReliefWeb();
        var open = anOpenPosting(aNotice(organisation).titled("Chargé·e de mission"));
        var incomplete = anOpenPosting(organisation);
        want(organisation, open, CHOSEN);
        want(organisation, incomplete, Map.of());

        // When
        var feed = asAnyone().get("/feeds/reliefweb.json");

        // Then
        feed.then().statusCode(200).body("items.title", contains("Chargé·e de mission"));
        asAnyone().get("/feeds/reliefweb.json?limit=1").then().statusCode(200);
        asAnyone().get("/feeds/reliefweb.json?cursor=x").then().statusCode(400);
    }

    private void look() {
        new Poller("a turn of a test").turn(() -> publisher.look(api, settings));
    }

    private List<Instant> closingDates() {
        return reliefWeb.taken().stream()
                .map(document -> document.path("closing_date"))
                .map(JsonNode::asText)
                .map(date -> OffsetDateTime.parse(date).toInstant())
                .toList();
    }

    private static Response want(String organisation, Kept posting, Map<String, Object> chosen) {
        return as(Tokens.hr(organisation)).body(chosen).put(address(posting));
    }

    private static JsonPath view(String organisation, Kept posting) {
        return as(Tokens.hr(organisation)).get(address(posting)).jsonPath();
    }

    private static String address(Kept posting) {
        return "/postings/" + posting.id() + "/reliefweb";
    }

    private static String anOrganisationOnReliefWeb() {
        var id = "org-" + UUID.randomUUID();
        as(Tokens.admin())
                .body(Map.of(
                        "name",
                        "Organisation " + id,
                        "language",
                        "fr",
                        "hrAddresses",
                        List.of("rh@omct.example"),
                        "country",
                        "CH",
                        "zone",
                        "Europe/Zurich",
                        "boards",
                        Map.of("reliefwebSource", 1503)))
                .put("/organisations/" + id)
                .then()
                .statusCode(201);
        return id;
    }

    private static Response amend(String organisation, UUID id, String etag, String title) {
        var amended = as(Tokens.hr(organisation))
                .header("If-Match", etag)
                .body(aNotice(organisation).titled(title).json())
                .put("/postings/" + id);
        amended.then().statusCode(200);
        return amended;
    }

    private static void withdraw(String organisation, UUID id, String etag) {
        as(Tokens.hr(organisation))
                .header("If-Match", etag)
                .body(Map.of("reason", "Poste pourvu"))
                .delete("/postings/" + id + "/publication")
                .then()
                .statusCode(204);
    }

    private long count(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void passPause(Kept posting) throws SQLException {
        run("UPDATE reliefweb_posting SET next_attempt_at = appel_now() WHERE posting = '" + posting.id() + "'");
        run("UPDATE reliefweb_traffic SET hold_until = '2000-01-01'");
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** As an operator would set it, but for the times. */
    record Settings(URI url, int dailyQuota, Duration interval, String secret) implements PostingsConfig.ReliefWeb {

        Settings(URI url, int dailyQuota, Duration interval) {
            this(url, dailyQuota, interval, StandIn.KEY);
        }

        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public Optional<String> provider() {
            return Optional.of(StandIn.PROVIDER);
        }

        @Override
        public Optional<String> key() {
            return Optional.of(secret);
        }

        @Override
        public String appname() {
            return "appel";
        }

        @Override
        public Duration every() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration lease() {
            return Duration.ofMinutes(2);
        }

        @Override
        public Duration firstRetry() {
            return Duration.ofSeconds(30);
        }

        @Override
        public Duration longestRetry() {
            return Duration.ofHours(6);
        }
    }
}
