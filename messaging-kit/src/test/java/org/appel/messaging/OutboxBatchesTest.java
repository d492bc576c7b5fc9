package org.appel.messaging;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.appel.messaging.OutboxBatches.Relayed;
import org.appel.testing.RealInfrastructure;

import static org.assertj.core.api.Assertions.assertThat;

/** On a table of its own, which hides the one that relays work on. */
@QuarkusTest
@RealInfrastructure
class OutboxBatchesTest {

    private static final int BATCH = 200;
    /** Over the eight lanes no one of which stays empty. */
    private static final int SOME = 60;

    @Inject
    DataSource dataSource;

    private final List<OutboxRow> delivered = new ArrayList<>();
    private Connection connection;
    private OutboxBatches batches;

    @BeforeEach
    void an_outbox() throws SQLException {
        connection = dataSource.getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TEMP TABLE outbox (LIKE outbox INCLUDING ALL)");
        }
        batches = new OutboxBatches(always(connection), BATCH);
    }

    @AfterEach
    void no_outbox() throws SQLException {
        try (var open = connection;
                var statement = open.createStatement()) {
            statement.execute("DROP TABLE pg_temp.outbox");
        }
    }

    @Test
    void few_rows_are_taken_of_all_lanes_at_once_and_nothing_is_left_to_look_for() throws Exception {
        // Given
        insert(SOME);

        // Then
        assertThat(relay()).isEqualTo(new Relayed(SOME, false));
        assertThat(delivered).hasSize(SOME).isSortedAccordingTo((a, b) -> Long.compare(a.id(), b.id()));
        assertThat(relay()).isEqualTo(new Relayed(0, false));
    }

    @Test
    void after_a_batch_of_many_rows_half_of_the_lanes_are_left_to_another_relay() throws Exception {
        // Given
        insert(SOME * 3);
        assertThat(relay()).isEqualTo(new Relayed(SOME * 3, false));
        insert(SOME);

        // When
        var half = relay();

        // Then
        assertThat(half.more()).isTrue();
        assertThat(half.sent()).isPositive().isLessThan(SOME);
    }

    @Test
    void a_full_batch_leaves_more() throws Exception {
        // Given
        insert(BATCH + 1);

        // Then
        assertThat(relay()).isEqualTo(new Relayed(BATCH, true));
    }

    @Test
    void a_lane_that_another_relay_has_in_hand_is_looked_at_again() throws Exception {
        // Given
        insert(SOME);
        try (var other = dataSource.getConnection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(%d, 3)".formatted(OutboxBatches.LOCK_CLASS));

            // When
            var others = relay();

            // Then
            assertThat(others.more()).isTrue();
            assertThat(others.sent()).isPositive().isLessThan(SOME);
            assertThat(relay()).isEqualTo(new Relayed(0, true));
            other.rollback();
        }
        relay();
        assertThat(delivered).hasSize(SOME);
    }

    private Relayed relay() throws SQLException, OutboxSender.BrokerTrouble {
        return batches.relay(delivered::addAll);
    }

    private void insert(int rows) throws SQLException {
        try (var insert = connection.prepareStatement("""
                INSERT INTO outbox (event_id, topic, event_key, type, subject, time, payload)
                SELECT gen_random_uuid(), 'told', 'key ' || number, 'test', 'subject', now(), 'x'::bytea
                FROM generate_series(1, ?) AS numbers (number)""")) {
            insert.setInt(1, rows);
            insert.executeUpdate();
        }
    }

    /** Gives this connection each time, and does not close it. */
    private static DataSource always(Connection connection) {
        var open = proxy(Connection.class, (_, method, arguments) -> {
            try {
                return method.getName().equals("close") ? null : method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
        return proxy(DataSource.class, (_, _, _) -> open);
    }

    private static <T> T proxy(Class<T> type, java.lang.reflect.InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(OutboxBatchesTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
