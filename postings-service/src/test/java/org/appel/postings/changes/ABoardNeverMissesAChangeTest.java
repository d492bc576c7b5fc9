package org.appel.postings.changes;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;

import static org.appel.postings.HiringDesk.anOrganisation;
import static org.appel.postings.HiringDesk.as;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A board that is killed and started again at random while postings are published, amended, extended, closed, reopened
 * and withdrawn ends with exactly what the service has: by pages alone, by the stream alone, and by webhooks alone.
 */
@QuarkusTest
@RealInfrastructure
class ABoardNeverMissesAChangeTest {

    private static final int CHANGES = 2_000;

    @Inject
    DataSource database;

    @TestHTTPResource("/")
    URI service;

    @TempDir
    Path shelves;

    private String organisation = "";
    private Desk desk;
    private UUID webhook = new UUID(0, 0);

    @BeforeEach
    void aHiringTeam() {
        organisation = anOrganisation();
        desk = new Desk(service, database, organisation);
    }

    @AfterEach
    void nobodyIsCalledAnyMore() throws SQLException {
        try (var connection = database.getConnection();
                var delete = connection.createStatement()) {
            delete.executeUpdate("DELETE FROM webhook WHERE id = '" + webhook + "'");
        }
    }

    @Test
    void boards_that_are_killed_at_random_end_with_what_the_service_has() throws Exception {
        // Given
        var season = new Season(desk, CHANGES);

        try (var pages = board("pages", "careful").endanger();
                var stream = board("stream", "careful").endanger();
                var called = calledBoard().endanger()) {
            // When
            season.run();
            awaitDeaths(6, pages, stream, called);
            pages.spare();
            stream.spare();
            called.spare();
            awaitHead(pages);
            awaitHead(stream);
            awaitNothingPending();

            // Then
            assertThat(season.postings()).hasSizeGreaterThan(CHANGES / 9);
            assertThat(pages.deaths()).isGreaterThan(5);
            assertThat(stream.deaths()).isGreaterThan(5);
            assertSame(season.postings(), pages.shelf());
            assertSame(season.postings(), stream.shelf());
            assertThat(called.deaths()).isGreaterThan(5);
            assertThat(count("state = 'FAILED'")).isZero();
            assertSame(season.postings(), called.shelf());
        }
    }

    /** The check can fail: this board notes the position of a page before it applies it. */
    @Test
    void a_board_that_notes_its_position_too_early_ends_with_something_else() throws Exception {
        // Given
        var season = new Season(desk, CHANGES / 4);
        long before = desk.head();
        season.run();
        var folder = Files.createDirectories(shelves.resolve("pages-hasty"));
        new Shelf(folder).moveTo(before);

        try (var hasty = board("pages", "hasty").endanger()) {
            // When
            awaitDeaths(4, hasty);
            hasty.spare();
            var last = desk.publish();
            awaitOnShelf(last, hasty);

            // Then
            assertThat(season.postings()).anyMatch(id -> differs(id, hasty.shelf()));
        }
    }

    private MortalBoard board(String how, String character) throws IOException {
        return MortalBoard.start(BoardProgram.class, shelves.resolve(how + "-" + character), how, service, character);
    }

    /** A webhook of this organisation, answered by a program that is killed, too. */
    private MortalBoard calledBoard() throws IOException {
        var port = aFreePort();
        var hook = as(Tokens.admin())
                .body(Map.of("url", "http://127.0.0.1:" + port + "/hooks", "organisations", List.of(organisation)))
                .post("/webhooks");
        hook.then().statusCode(201);
        webhook = UUID.fromString(hook.jsonPath().getString("id"));
        return MortalBoard.start(
                CalledBoardProgram.class,
                shelves.resolve("called"),
                String.valueOf(port),
                service,
                hook.jsonPath().getString("secret"));
    }

    private void awaitNothingPending() {
        long head = desk.head();
        Awaitility.await("a webhook for which nothing waits")
                .atMost(Duration.ofSeconds(300))
                .until(() -> place() >= head && count("state = 'PENDING'") == 0);
    }

    private long place() {
        return number("SELECT place FROM webhook WHERE id = '" + webhook + "'");
    }

    private long count(String condition) {
        return number("SELECT count(*) FROM webhook_delivery WHERE webhook = '" + webhook + "' AND " + condition);
    }

    private long number(String sql) {
        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int aFreePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitHead(MortalBoard board) {
        long head = desk.head();
        Awaitility.await("a board that has caught up")
                .atMost(Duration.ofSeconds(120))
                .until(() -> board.shelf().position() >= head);
    }

    private static void awaitDeaths(int number, MortalBoard... boards) {
        Awaitility.await("boards that died often enough")
                .atMost(Duration.ofSeconds(240))
                .until(() -> Stream.of(boards).allMatch(board -> board.deaths() >= number));
    }

    /** Entries are applied in their order, so all before this one are. */
    private void awaitOnShelf(UUID posting, MortalBoard board) {
        Awaitility.await("the last posting on the shelf")
                .atMost(Duration.ofSeconds(60))
                .until(() -> board.shelf().posting(posting.toString()).has("id"));
    }

    private void assertSame(List<UUID> postings, Shelf shelf) throws IOException {
        var all = new SoftAssertions();
        for (var id : postings) {
            all.assertThat(shelf.posting(id.toString())).as("posting %s", id).isEqualTo(desk.publicly(id));
        }
        all.assertAll();
    }

    private boolean differs(UUID id, Shelf shelf) {
        try {
            return !shelf.posting(id.toString()).equals(desk.publicly(id));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
