package org.appel.testing;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@RealInfrastructure
class InfrastructureTest {

    @Test
    void the_addresses_are_given_to_the_service_under_test_before_it_starts() {
        // When
        var url = System.getProperty("quarkus.datasource.jdbc.url");

        // Then
        assertThat(url).isEqualTo(Infrastructure.jdbcUrl());
        assertThat(System.getProperty("kafka.bootstrap.servers")).isEqualTo(Infrastructure.kafka());
        assertThat(System.getProperty("quarkus.devservices.enabled")).isEqualTo("false");
    }

    @Test
    void a_new_database_is_empty_and_another_one_each_time() throws SQLException {
        // Given
        var first = Infrastructure.newDatabase();
        execute(first, "CREATE TABLE note (text varchar)");

        // When
        var second = Infrastructure.newDatabase();

        // Then
        execute(second, "CREATE TABLE note (text varchar)");
    }

    @Test
    void what_was_committed_and_sent_outlasts_a_crash_of_the_database_and_a_stop_of_the_broker() throws SQLException {
        // Given
        var database = Infrastructure.newDatabase();
        execute(database, "CREATE TABLE note (text varchar)");
        Topics.sendEvent("outlasts", "key", "org.appel.Test.v1", "{}");

        // When
        Infrastructure.crashDatabase();
        Infrastructure.stopBroker();
        Infrastructure.startDatabase();
        Infrastructure.startBroker();

        // Then
        execute(database, "DROP TABLE note");
        assertThat(Topics.read("outlasts")).hasSize(1);
    }

    @Test
    void a_stopped_database_refuses_connections() {
        // When
        Infrastructure.stopDatabase();

        // Then
        assertThatThrownBy(() -> execute(Infrastructure.jdbcUrl(), "SELECT 1")).isInstanceOf(SQLException.class);
    }

    @Test
    void a_topic_is_read_whole_and_in_order_over_its_partitions() {
        // Given
        for (var i = 0; i < 100; i++) {
            Topics.send(
                    "whole",
                    "key-" + i % 10,
                    Map.of("ce_type", "T"),
                    Integer.toString(i).getBytes(StandardCharsets.UTF_8));
        }

        // When
        var records = Topics.read("whole");

        // Then
        assertThat(records).hasSize(100).allSatisfy(record -> assertThat(Topics.type(record))
                .isEqualTo("T"));
        assertThat(records)
                .filteredOn(record -> record.key().equals("key-3"))
                .extracting(Topics::text)
                .containsExactly("3", "13", "23", "33", "43", "53", "63", "73", "83", "93");
        assertThat(Topics.read("nobody-made-this")).isEmpty();
    }

    @Test
    void mailboxes_are_empty_at_the_start_of_a_test() {
        // When
        var messages = Infrastructure.mail().messages();

        // Then
        assertThat(messages).isEmpty();
    }

    private static void execute(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        url, Infrastructure.databaseUser(), Infrastructure.databasePassword());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
