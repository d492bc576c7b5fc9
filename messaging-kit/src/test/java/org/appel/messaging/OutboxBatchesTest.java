package org.appel.messaging;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.appel.messaging.OutboxBatches.Relayed;
import org.appel.testing.RealInfrastructure;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RealInfrastructure
class OutboxBatchesTest {

    private static final int BATCH = 2 * OutboxBatches.MANY;
    private static final int FEW = OutboxBatches.MANY / 2;

    private final List<OutboxRow> delivered = new ArrayList<>();
    private OwnOutbox outbox;
    private OutboxBatches batches;

    @BeforeEach
    void an_outbox() throws SQLException {
        outbox = new OwnOutbox();
        batches = new OutboxBatches(outbox.dataSource(), BATCH);
    }

    @AfterEach
    void no_outbox() throws SQLException {
        outbox.close();
    }

    @Test
    void few_rows_are_taken_of_all_lanes_at_once_and_nothing_is_left_to_look_for() throws Exception {
        // Given
        insert(FEW);

        // Then
        assertThat(relay()).isEqualTo(new Relayed(FEW, false));
        assertThat(delivered).hasSize(FEW).isSortedAccordingTo((a, b) -> Long.compare(a.id(), b.id()));
        assertThat(relay()).isEqualTo(new Relayed(0, false));
    }

    @Test
    void after_a_batch_of_many_rows_half_of_the_lanes_are_left_to_another_relay() throws Exception {
        // Given
        insert(OutboxBatches.MANY);
        assertThat(relay()).isEqualTo(new Relayed(OutboxBatches.MANY, false));
        insert(FEW);

        // When
        var half = relay();

        // Then
        assertThat(half.more()).isTrue();
        assertThat(half.sent()).isPositive().isLessThan(FEW);
    }

    @Test
    void a_full_batch_leaves_more_and_half_of_the_lanes_however_small_it_is() throws Exception {
        // Given
        batches = new OutboxBatches(outbox.dataSource(), FEW - 1);
        insert(FEW);

        // Then
        assertThat(relay()).isEqualTo(new Relayed(FEW - 1, true));
        insert(FEW);
        assertThat(relay().sent()).isPositive().isLessThan(FEW - 1);
    }

    @Test
    void a_lane_that_another_relay_has_in_hand_is_looked_at_again() throws Exception {
        // Given
        insert(FEW);
        try (var other = OwnOutbox.connection();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("SELECT pg_advisory_xact_lock(%d, 3)".formatted(OutboxBatches.LOCK_CLASS));

            // When
            var others = relay();

            // Then
            assertThat(others.more()).isTrue();
            assertThat(others.sent()).isPositive().isLessThan(FEW);
            assertThat(relay()).isEqualTo(new Relayed(0, true));
        }
        assertThat(relay().more()).isFalse();
        assertThat(delivered).hasSize(FEW);
    }

    @Test
    void taking_out_what_was_sent_does_not_wait_for_the_disk_and_all_else_on_that_connection_does() throws Exception {
        // Given
        insert(1);
        var waits = new ArrayList<String>();

        // When
        batches.relay(_ -> waits.add(outbox.setting("synchronous_commit")));

        // Then
        assertThat(waits).containsExactly("off");
        assertThat(outbox.setting("synchronous_commit")).isEqualTo("on");
    }

    private Relayed relay() throws SQLException, OutboxSender.BrokerTrouble {
        return batches.relay(delivered::addAll);
    }

    private void insert(int rows) throws SQLException {
        outbox.insert("key ", rows);
    }
}
