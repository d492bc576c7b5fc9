package org.appel.messaging;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TroubleTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001", "40P01", "53300", "55P03", "57P01", "58030"})
    void a_database_that_is_away_or_busy_passes(String state) {
        assertThat(Trouble.of(new IllegalStateException(new SQLException("away", state))))
                .isEqualTo(Trouble.PASSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"22001", "23505"})
    void data_that_the_database_refuses_lasts(String state) {
        assertThat(Trouble.of(new SQLException("refused", state))).isEqualTo(Trouble.LASTING);
    }

    @Test
    void a_pool_without_a_connection_and_a_network_without_a_route_pass() {
        assertThat(Trouble.of(new SQLTransientConnectionException())).isEqualTo(Trouble.PASSING);
        assertThat(Trouble.of(new SQLException("Sorry, acquisition timeout!"))).isEqualTo(Trouble.PASSING);
        assertThat(Trouble.of(new RuntimeException(new ConnectException()))).isEqualTo(Trouble.PASSING);
    }

    @Test
    void an_event_against_its_contract_lasts_even_if_reading_it_looks_like_trouble_with_input() {
        // Given
        var unreadable = new com.fasterxml.jackson.core.JsonParseException(null, "Unexpected character");

        // Then
        assertThat(Trouble.of(new PoisonEvent("no JSON", unreadable))).isEqualTo(Trouble.LASTING);
    }

    @Test
    void a_fault_of_the_program_is_unclear() {
        assertThat(Trouble.of(new NullPointerException())).isEqualTo(Trouble.UNCLEAR);
    }
}
