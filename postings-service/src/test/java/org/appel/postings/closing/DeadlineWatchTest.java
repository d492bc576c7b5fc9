package org.appel.postings.closing;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.appel.postings.HiringDesk;
import org.appel.testing.Contracts;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;
import org.appel.testing.Topics;

import static org.appel.postings.HiringDesk.anOpenPosting;
import static org.appel.postings.HiringDesk.anOrganisation;
import static org.appel.postings.HiringDesk.as;
import static org.appel.postings.HiringDesk.asAnyone;
import static org.appel.postings.HiringDesk.eventNames;
import static org.appel.postings.HiringDesk.publicView;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@RealInfrastructure
class DeadlineWatchTest {

    @Inject
    DataSource database;

    @Inject
    CloseDuePostings closeDue;

    @Test
    void a_posting_is_closed_when_its_deadline_has_passed_and_this_is_told_once() {
        // Given
        var open = anOpenPosting(anOrganisation());

        // When
        closesIn(open.id(), "0 seconds");

        // Then
        var event = Topics.await(
                "postings",
                each -> open.id().toString().equals(each.key())
                        && Topics.type(each).equals("org.appel.DeadlinePassed.v1"));
        Contracts.assertValid("org.appel.DeadlinePassed.v1", Topics.text(event));
        publicView(open.id()).then().statusCode(200).body("state", equalTo("closed"));
        assertThat(eventNames(open.id())).containsExactly("PostingPublished", "DeadlinePassed");
    }

    @Test
    void a_posting_is_shown_as_closed_before_anybody_has_closed_it() throws Exception {
        // Given
        var organisation = anOrganisation();
        var open = anOpenPosting(organisation);
        closesIn(open.id(), "2 seconds");

        try (var holder = database.getConnection()) {
            // When
            holder.setAutoCommit(false);
            assertThat(holder.createStatement()
                            .execute("SELECT 1 FROM posting WHERE id = '" + open.id() + "' FOR UPDATE"))
                    .isTrue();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> count("SELECT count(*) FROM posting WHERE id = '" + open.id()
                                    + "' AND state = 'OPEN' AND closes_at < appel_now()")
                            == 1);

            // Then
            publicView(open.id()).then().body("state", equalTo("closed"));
            asAnyone().get("/postings?organisation=" + organisation).then().body("items", empty());
            holder.rollback();
        }
    }

    @Test
    void replicas_that_race_for_a_deadline_close_and_tell_each_posting_once() throws Exception {
        // Given
        var model = anOpenPosting(anOrganisation());
        var ids = copiesOf(model.id(), 300);

        // When
        inParallel(IntStream.range(0, 5)
                .<Callable<Integer>>mapToObj(_ -> this::closeAll)
                .toList());

        // Then
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(toldDeadlines())
                .containsAll(ids));
        assertThat(toldDeadlines()).filteredOn(ids::contains).hasSize(300).doesNotHaveDuplicates();
        assertThat(count("SELECT count(*) FROM posting WHERE state = 'OPEN' AND closes_at <= appel_now()"))
                .isZero();
        assertThat(count("SELECT count(*) FROM deadline_fired WHERE posting IN (" + quoted(ids) + ")"))
                .isEqualTo(300);
    }

    @Test
    void a_deadline_that_is_extended_at_its_very_instant_either_passes_or_not() throws Exception {
        // Given
        var organisation = anOrganisation();
        var postings = IntStream.range(0, 16)
                .mapToObj(_ -> anOpenPosting(organisation))
                .toList();
        postings.forEach(open -> closesIn(open.id(), "500 milliseconds"));

        // When
        var extensions = postings.stream()
                .<Callable<Integer>>map(open -> () -> extend(organisation, open.id()))
                .toList();
        var answers = inParallel(extensions);

        // Then
        assertThat(answers).containsOnly(200);
        for (var open : postings) {
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> eventNames(open.id())
                    .contains("PostingAmended"));
            var told = eventNames(open.id());
            var passed = List.of("PostingPublished", "DeadlinePassed", "PostingAmended");
            var extended = List.of("PostingPublished", "PostingAmended");
            assertThat(told).isIn(passed, extended);
            var change = told.equals(passed) ? "reopened" : "deadline-extended";
            assertThat(Topics.text(HiringDesk.events(open.id()).getLast())).contains("\"change\":\"" + change + "\"");
            publicView(open.id()).then().body("state", equalTo("open"));
        }
    }

    @Test
    void a_posting_that_was_closed_is_reopened_and_closed_again_with_a_new_version_of_the_deadline() {
        // Given
        var organisation = anOrganisation();
        var open = anOpenPosting(organisation);
        closesIn(open.id(), "0 seconds");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> eventNames(open.id())
                .contains("DeadlinePassed"));

        // When
        var reopened = extend(organisation, open.id());
        closesIn(open.id(), "0 seconds");

        // Then
        assertThat(reopened).isEqualTo(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> eventNames(open.id()).size() == 4);
        assertThat(eventNames(open.id()))
                .containsExactly("PostingPublished", "DeadlinePassed", "PostingAmended", "DeadlinePassed");
        assertThat(HiringDesk.events(open.id()))
                .extracting(Topics::text)
                .filteredOn(text -> text.contains("closedAt"))
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"deadlineVersion\":1"),
                        second -> assertThat(second).contains("\"deadlineVersion\":2"));
    }

    private int extend(String organisation, UUID id) {
        return as(Tokens.hr(organisation))
                .header("If-Match", "*")
                .body(HiringDesk.until(LocalDate.now(ZoneOffset.UTC).plusDays(60)))
                .put("/postings/" + id + "/deadline")
                .statusCode();
    }

    private int closeAll() {
        int all = 0;
        for (int closed = closeDue.handle(7); closed > 0; closed = closeDue.handle(7)) {
            all += closed;
        }
        return all;
    }

    private List<UUID> toldDeadlines() {
        return Topics.read("postings").stream()
                .filter(each -> Topics.type(each).equals("org.appel.DeadlinePassed.v1"))
                .map(each -> UUID.fromString(each.key()))
                .toList();
    }

    private List<UUID> copiesOf(UUID model, int number) {
        var ids = IntStream.range(0, number).mapToObj(_ -> UUID.randomUUID()).toList();
        run("""
                INSERT INTO posting (id, organisation, state, ad, version, deadline_version, created_at, published_at,
                    closes_at, countries, cities, languages, words, revision)
                SELECT copy, organisation, state, ad, version, deadline_version, created_at, published_at,
                    appel_now() - interval '3 days', countries, cities, languages, words, revision
                FROM posting, unnest(ARRAY[%s]::uuid[]) AS copy WHERE id = '%s'""".formatted(quoted(ids), model));
        return ids;
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

    private static String quoted(List<UUID> ids) {
        return String.join(",", ids.stream().map(id -> "'" + id + "'").toList());
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
