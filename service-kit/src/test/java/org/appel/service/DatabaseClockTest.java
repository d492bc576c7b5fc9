package org.appel.service;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import org.appel.testing.Infrastructure;
import org.appel.testing.RealInfrastructure;

import static org.assertj.core.api.Assertions.assertThat;

@RealInfrastructure
class DatabaseClockTest {

    private final PGSimpleDataSource database = new PGSimpleDataSource();

    @BeforeEach
    void aDatabaseWhoseClockCanBeMoved() throws SQLException {
        database.setUrl(Infrastructure.newDatabase());
        database.setUser(Infrastructure.databaseUser());
        database.setPassword(Infrastructure.databasePassword());
        moveClock("0 seconds");
    }

    @Test
    void it_goes_as_the_database_goes_and_not_as_the_machine() throws SQLException {
        // Given
        moveClock("-90 days");
        var clock = new DatabaseClock(database);

        // When
        clock.follow();

        // Then
        assertThat(Duration.between(clock.instant(), Instant.now()))
                .isBetween(Duration.ofDays(89), Duration.ofDays(91));
        assertThat(new ClockReadiness(clock).call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void it_tells_how_far_it_is_moved_from_real_time() throws SQLException {
        // Given
        var clock = new DatabaseClock(database);
        moveClock("-90 days");

        // When
        clock.follow();

        // Then
        assertThat(clock.shift().plusDays(90).abs()).isLessThan(Duration.ofMillis(100));
        moveClock("0 seconds");
        clock.follow();
        assertThat(clock.shift().abs()).isLessThan(Duration.ofMillis(100));
    }

    @Test
    void readiness_is_red_while_the_two_clocks_differ_by_more_than_a_second() throws SQLException {
        // Given
        var clock = new DatabaseClock(database);
        clock.follow();

        // When
        moveClock("2 seconds");

        // Then
        assertThat(new ClockReadiness(clock).call().getStatus()).isEqualTo(Status.DOWN);
        clock.follow();
        assertThat(new ClockReadiness(clock).call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void an_answer_that_takes_its_time_does_not_move_the_clock() throws SQLException {
        // Given
        var clock = new DatabaseClock(database);
        clock.follow();
        answer("SELECT clock_timestamp() FROM pg_sleep(3)");

        // When
        clock.follow();

        // Then
        assertThat(Duration.between(clock.instant(), Instant.now()).abs()).isLessThan(Duration.ofMillis(500));
        assertThat(new ClockReadiness(clock).call().getStatus()).isEqualTo(Status.UP);
    }

    private void moveClock(String by) throws SQLException {
        answer("SELECT clock_timestamp() + interval '" + by + "'");
    }

    private void answer(String select) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    "CREATE OR REPLACE FUNCTION appel_now() RETURNS timestamptz LANGUAGE sql AS $$ " + select + " $$");
        }
    }
}
