package org.appel.messaging;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

import org.appel.messaging.NumberEventV1.NumberCountedV1;
import org.appel.testing.Infrastructure;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@RealInfrastructure
class OutboxTest {

    @Inject
    Numbers numbers;

    @Inject
    Outbox outbox;

    @Inject
    DataSource dataSource;

    private final String series = UUID.randomUUID().toString();

    @Test
    void an_event_is_on_the_topic_once_its_change_is_committed_without_waiting_for_the_poll() {
        // When
        numbers.tell(series, 1);

        // Then
        var told = Topics.await("told", this::isOfThisSeries);
        assertThat(Topics.type(told)).isEqualTo(Numbers.COUNTED);
        assertThat(Topics.header(told, "ce_source")).isEqualTo("urn:appel:kit-under-test");
        assertThat(Topics.header(told, "ce_subject")).isEqualTo(series);
        assertThat(Topics.text(told)).isEqualTo("{\"series\":\"" + series + "\",\"number\":1}");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(unsent()).isZero());
    }

    @Test
    void a_change_that_is_rolled_back_leaves_no_event() {
        // When
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.record("told", series, series, new NumberCountedV1(series, 1));
                    throw new IllegalStateException("the change failed");
                }))
                .hasMessage("the change failed");
        numbers.tell("after " + series, 2);

        // Then
        Topics.await("told", r -> r.key().equals("after " + series));
        assertThat(ofThisSeries()).isEmpty();
    }

    @Test
    void an_event_outside_a_transaction_is_a_fault() {
        assertThatThrownBy(() -> outbox.record("told", series, series, new NumberCountedV1(series, 1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_event_that_kafka_would_never_take_fails_with_its_change() {
        // Given
        var tooLong = "x".repeat(Outbox.LARGEST_EVENT_IN_BYTES);

        // Then
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew()
                        .run(() -> outbox.record("told", series, series, new NumberCountedV1(tooLong, 1))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(unsent()).isZero();
    }

    @Test
    void while_the_broker_is_away_changes_go_on_and_their_events_follow_in_order() {
        // Given
        Infrastructure.stopBroker();

        // When
        IntStream.range(0, 50).forEach(number -> numbers.tell(series, number));
        var storedMeanwhile = numbers.of(series);
        Infrastructure.startBroker();

        // Then
        assertThat(storedMeanwhile).hasSize(50);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(unsent()).isZero());
        assertThat(firstSeen(series)).containsExactlyElementsOf(tellings(series, 50));
    }

    @Test
    void three_relays_keep_the_order_of_each_key_and_send_nothing_twice() {
        // Given
        var keys = IntStream.range(0, 40).mapToObj(i -> series + "-" + i).toList();
        var relays = IntStream.range(0, 3).mapToObj(i -> anotherRelay()).toList();
        relays.forEach(relay -> Thread.ofPlatform().daemon().start(relay));

        // When
        var writers = keys.stream()
                .map(key -> CompletableFuture.runAsync(
                        () -> IntStream.range(0, 50).forEach(number -> numbers.tell(key, number))))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(writers).join();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(unsent()).isZero());
        relays.forEach(RelayWorker::stop);

        // Then
        for (var key : keys) {
            assertThat(inTopic(key)).containsExactlyElementsOf(tellings(key, 50));
        }
    }

    @Test
    void what_waits_is_looked_up_by_its_lane_also_by_a_plan_that_was_made_when_the_outbox_was_new()
            throws SQLException {
        // Given: a table of its own, which hides the one that relays work on
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TEMP TABLE outbox (LIKE outbox INCLUDING ALL)""");

            // When
            var plan = new ArrayList<String>();
            try (var rows = statement.executeQuery("EXPLAIN " + OutboxBatches.LANES_WITH_ROWS)) {
                while (rows.next()) {
                    plan.add(rows.getString(1));
                }
            } finally {
                statement.execute("DROP TABLE pg_temp.outbox");
            }

            // Then
            assertThat(plan).noneMatch(line -> line.contains("Seq Scan"));
            assertThat(plan).anyMatch(line -> line.contains("Index") && line.contains("outbox_lane"));
        }
    }

    @Test
    void a_batch_is_read_in_order_and_deleted_by_indexes_also_by_plans_that_were_made_when_the_outbox_was_new()
            throws SQLException {
        // Given: a table of its own, which hides the one that relays work on
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("CREATE TEMP TABLE outbox (LIKE outbox INCLUDING ALL) ON COMMIT DROP");
            statement.execute(QueuePlans.BY_INDEXES);

            // When
            var plan = new ArrayList<String>();
            for (var sql : List.of(
                    OutboxBatches.SELECT.replace("LIMIT ?", "LIMIT 500").replace("?", "1::smallint"),
                    OutboxBatches.DELETE.replace("?", "'{1,2}'"))) {
                try (var rows = statement.executeQuery("EXPLAIN " + sql)) {
                    while (rows.next()) {
                        plan.add(rows.getString(1));
                    }
                }
            }
            connection.rollback();

            // Then
            assertThat(plan).noneMatch(line -> line.contains("Seq Scan") || line.contains("Sort  "));
            assertThat(plan).anyMatch(line -> line.contains("Merge Append"));
            assertThat(plan)
                    .filteredOn(line -> line.contains("Index Scan using outbox_lane_id"))
                    .hasSize(OutboxBatches.LANES);
        }
    }

    private RelayWorker anotherRelay() {
        return new RelayWorker(
                new OutboxBatches(dataSource, 20), anotherSender(), Duration.ofMillis(1), Duration.ofMillis(1));
    }

    static OutboxSender anotherSender() {
        var envelopes = new Envelopes(new com.fasterxml.jackson.databind.ObjectMapper());
        return new OutboxSender(
                java.util.Map.of("bootstrap.servers", Infrastructure.kafka()),
                Duration.ofSeconds(15),
                row -> envelopes.write(row, java.net.URI.create("urn:appel:another")));
    }

    private boolean isOfThisSeries(ConsumerRecord<String, byte[]> told) {
        return told.key().equals(series);
    }

    private List<ConsumerRecord<String, byte[]>> ofThisSeries() {
        return Topics.read("told").stream().filter(this::isOfThisSeries).toList();
    }

    private static List<String> tellings(String key, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "{\"series\":\"" + key + "\",\"number\":" + number + "}")
                .toList();
    }

    private static List<String> inTopic(String key) {
        return Topics.read("told").stream()
                .filter(r -> r.key().equals(key))
                .map(Topics::text)
                .toList();
    }

    private static List<String> firstSeen(String key) {
        return inTopic(key).stream().distinct().toList();
    }

    private int unsent() {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement("SELECT count(*) FROM outbox");
                var row = query.executeQuery()) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new DatabaseTrouble("count", e);
        }
    }
}
