package org.appel.postings.storage;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.appel.postings.HiringDesk;
import org.appel.postings.model.Change;
import org.appel.postings.model.Hands;
import org.appel.postings.model.Posting.Open;
import org.appel.postings.model.PostingId;
import org.appel.postings.model.Publication;
import org.appel.testing.RealInfrastructure;

import static org.appel.postings.HiringDesk.anOrganisation;
import static org.assertj.core.api.Assertions.assertThat;

/** A reader that goes on after the last number it saw, while sixteen writers write. */
@QuarkusTest
@RealInfrastructure
class ChangeLogOrderTest {

    private static final int WRITERS = 16;
    private static final int EACH = 40;

    @Inject
    DataSource database;

    @Inject
    Postings postings;

    @Inject
    Clock clock;

    @AfterEach
    void dropTheMutant() {
        run("DROP TABLE IF EXISTS mutant_change");
    }

    @Test
    void a_reader_of_the_log_misses_nothing_and_the_log_has_no_gap() throws Exception {
        // Given
        var organisation = anOrganisation();
        var ids = IntStream.range(0, WRITERS)
                .mapToObj(_ ->
                        new PostingId(HiringDesk.anOpenPosting(organisation).id()))
                .toList();

        // When
        var reading =
                readWhile("posting_change", ids.stream().map(this::amending).toList());

        // Then
        assertThat(reading.missed()).isEmpty();
        assertThat(reading.seen())
                .containsExactlyElementsOf(reading.allFrom(reading.seen().getFirst()));
        assertThat(reading.seen()).hasSizeGreaterThanOrEqualTo(WRITERS * EACH);
    }

    @Test
    void the_same_reader_would_miss_entries_that_a_sequence_had_numbered() throws Exception {
        // Given
        run("CREATE TABLE mutant_change (seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY)");

        // When
        var reading = readWhile(
                "mutant_change",
                IntStream.range(0, WRITERS).mapToObj(_ -> mutant()).toList());

        // Then
        assertThat(reading.missed()).isNotEmpty();
    }

    private Callable<Void> amending(PostingId id) {
        return () -> {
            for (int i = 0; i < EACH; i++) {
                QuarkusTransaction.requiringNew().run(() -> {
                    var open = (Open) postings.lock(id).orElseThrow().posting();
                    var before = open.publication();
                    var after = new Publication(
                            before.version() + 1, before.deadlineVersion(), before.publishedAt(), before.closesAt());
                    postings.keepVersion(
                            new Open(id, open.ad(), after), Change.AMENDMENT, clock.instant(), Hands.of("desk"));
                    bumpVersion(id);
                    dawdle();
                });
            }
            return null;
        };
    }

    private Callable<Void> mutant() {
        return () -> {
            for (int i = 0; i < EACH; i++) {
                try (var connection = database.getConnection()) {
                    connection.setAutoCommit(false);
                    connection.createStatement().executeUpdate("INSERT INTO mutant_change DEFAULT VALUES");
                    dawdle();
                    connection.commit();
                    connection.setAutoCommit(true);
                }
            }
            return null;
        };
    }

    /** In the transaction in hand. */
    private void bumpVersion(PostingId id) {
        run("UPDATE posting SET version = version + 1, revision = revision + 1 WHERE id = '" + id + "'");
    }

    /** Transactions end in another order than they began. */
    private static void dawdle() {
        LockSupport.parkNanos(
                TimeUnit.MICROSECONDS.toNanos(ThreadLocalRandom.current().nextInt(3000)));
    }

    private Reading readWhile(String table, List<Callable<Void>> writers) throws Exception {
        var ended = new AtomicBoolean();
        long start = last(table);
        try (var threads = Executors.newFixedThreadPool(writers.size() + 1)) {
            var reader = threads.submit(() -> {
                var seen = new ArrayList<Long>();
                long after = start;
                boolean lastRound;
                do {
                    lastRound = ended.get();
                    for (long seq : after(table, after)) {
                        seen.add(seq);
                        after = seq;
                    }
                } while (!lastRound);
                return seen;
            });
            for (var done : threads.invokeAll(writers)) {
                done.get();
            }
            ended.set(true);
            return new Reading(reader.get(), new HashSet<>(after(table, start)));
        }
    }

    private long last(String table) throws SQLException {
        var all = after(table, 0);
        return all.isEmpty() ? 0 : all.getLast();
    }

    private List<Long> after(String table, long seq) throws SQLException {
        var found = new ArrayList<Long>();
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("SELECT seq FROM " + table + " WHERE seq > ? ORDER BY seq")) {
            query.setLong(1, seq);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getLong(1));
                }
            }
        }
        return found;
    }

    private void run(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What the reader saw, in its order, and what there was in the end.
     */
    private record Reading(List<Long> seen, Set<Long> written) {

        Set<Long> missed() {
            var missed = new HashSet<>(written);
            seen.forEach(missed::remove);
            return missed;
        }

        List<Long> allFrom(long first) {
            return LongStream.range(first, first + seen.size()).boxed().toList();
        }
    }
}
