package org.appel.postings.reliefweb;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RetryAfterTest {

    private static final Instant NOW = Instant.parse("2025-07-09T07:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "120, 2025-07-09T07:02:00Z",
        "' 0 ', 2025-07-09T07:00:00Z",
        "'Thu, 10 Jul 2025 00:00:01 GMT', 2025-07-10T00:00:01Z",
        "999999999, 2025-07-11T07:00:00Z"
    })
    void seconds_and_times_are_understood_up_to_two_days(String header, Instant expected) {
        // When
        var until = RetryAfter.read(header, NOW);

        // Then
        assertThat(until).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "9999999999999"})
    void anything_else_is_passed_over(String header) {
        // When
        var until = RetryAfter.read(header, NOW);

        // Then
        assertThat(until).isEmpty();
    }

    @Test
    void a_time_that_has_passed_is_given_as_it_is() {
        // When
        var until = RetryAfter.read("Tue, 08 Jul 2025 00:00:00 GMT", NOW);

        // Then
        assertThat(until).hasValueSatisfying(moment -> assertThat(moment).isBefore(NOW));
    }
}
