package org.appel.messaging;

import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.appel.testing.RealInfrastructure;
import org.appel.testing.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** One relay that looks by itself so seldom that only what is tested can explain that it looks. */
@QuarkusTest
@RealInfrastructure
class RelayWorkerTest {

    private static final int BATCH = 20;
    private static final Duration SELDOM = Duration.ofMinutes(10);

    private final String keys = UUID.randomUUID() + " ";
    private OwnOutbox outbox;

    @BeforeEach
    void an_outbox() throws SQLException {
        outbox = new OwnOutbox();
    }

    @AfterEach
    void no_outbox() throws SQLException {
        outbox.close();
    }

    @Test
    void however_often_it_is_woken_it_looks_once_in_a_linger() {
        // Given
        var linger = Duration.ofMillis(200);
        var relay = started(linger);

        // When
        try {
            await().pollInterval(Duration.ofMillis(1)).until(() -> {
                relay.wake();
                return outbox.looks().size() > 5;
            });
        } finally {
            relay.stop();
        }

        // Then: five lingers, but a look is noted somewhat later than it begins
        assertThat(Duration.ofNanos(look(5) - look(0))).isGreaterThan(linger.multipliedBy(4));
    }

    @Test
    void a_backlog_goes_batch_after_batch() throws SQLException {
        // Given
        outbox.insert(keys, 3 * BATCH + 1);

        // When
        var relay = started(SELDOM);

        // Then
        try {
            await().untilAsserted(() -> assertThat(sent()).isEqualTo(3 * BATCH + 1));
        } finally {
            relay.stop();
        }
    }

    @Test
    void what_another_relay_has_in_hand_goes_once_it_lets_go_of_it() throws SQLException {
        // Given
        outbox.insert(keys, BATCH);
        RelayWorker relay;
        try (var other = OwnOutbox.connection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(%d, lane) FROM generate_series(0, %d) AS lanes (lane)"
                    .formatted(OutboxBatches.LOCK_CLASS, OutboxBatches.LANES - 1));

            // When
            relay = started(Duration.ZERO);
            await().until(() -> outbox.looks().size() > 2);
            assertThat(sent()).isZero();
        }

        // Then
        try {
            await().untilAsserted(() -> assertThat(sent()).isEqualTo(BATCH));
        } finally {
            relay.stop();
        }
    }

    @Test
    void what_came_while_it_lingered_goes_before_it_ends() throws SQLException {
        // Given
        var relay = started(SELDOM);
        await().until(() -> outbox.looks().size() == 1);
        outbox.insert(keys, BATCH);
        relay.wake();

        // When
        relay.stop();

        // Then
        assertThat(sent()).isEqualTo(BATCH);
    }

    private RelayWorker started(Duration linger) {
        var relay = new RelayWorker(
                new OutboxBatches(outbox.dataSource(), BATCH), OutboxTest.anotherSender(), SELDOM, linger);
        Thread.ofPlatform().daemon().start(relay);
        return relay;
    }

    private long look(int index) {
        return outbox.looks().stream().skip(index).findFirst().orElseThrow();
    }

    private long sent() {
        return Topics.read("told").stream()
                .filter(record -> record.key().startsWith(keys))
                .count();
    }
}
