package org.appel.postings.changes;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.appel.testing.RealInfrastructure;

import static org.appel.postings.HiringDesk.anOrganisation;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A board that is killed and started again at random while postings are published, amended, extended, closed, reopened
 * and withdrawn ends with exactly what the service has: by pages alone, and by the stream alone.
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

    private Desk desk;

    @BeforeEach
    void aHiringTeam() {
        desk = new Desk(service, database, anOrganisation());
    }

    @Test
    void boards_that_are_killed_at_random_end_with_what_the_service_has() throws Exception {
        // Given
        var season = new Season(desk, CHANGES);

        try (var pages = board("pages", "careful").endanger();
                var stream = board("stream", "careful").endanger()) {
            // When
            season.run();
            pages.spare();
            stream.spare();
            awaitHead(pages);
            awaitHead(stream);

            // Then
            assertThat(season.postings()).hasSizeGreaterThan(CHANGES / 9);
            assertThat(pages.deaths()).isGreaterThan(5);
            assertThat(stream.deaths()).isGreaterThan(5);
            assertSame(season.postings(), pages.shelf());
            assertSame(season.postings(), stream.shelf());
        }
    }

    /** The check can fail: this board notes the position of a page before it applies it. */
    @Test
    void a_board_that_notes_its_position_too_early_ends_with_something_else() throws Exception {
        // Given
        var season = new Season(desk, CHANGES / 4);

        try (var hasty = board("pages", "hasty").endanger()) {
            // When
            season.run();
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> hasty.deaths() > 15);
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

    private void awaitHead(MortalBoard board) {
        long head = desk.head();
        Awaitility.await("a board that has caught up")
                .atMost(Duration.ofSeconds(60))
                .until(() -> board.shelf().position() >= head);
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
