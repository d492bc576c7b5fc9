package org.appel.notification.model;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BackOffTest {

    private static final double MIDDLE = 0.5;
    private final BackOff backOff = new BackOff(Duration.ofSeconds(30), Duration.ofHours(1), 0.2);

    @ParameterizedTest
    @CsvSource({"1, PT30S", "2, PT1M", "3, PT2M", "7, PT32M", "8, PT1H", "9, PT1H", "5000, PT1H"})
    void each_pause_is_twice_the_one_before_up_to_the_longest(int failures, Duration expected) {
        // When
        var pause = backOff.pause(failures, MIDDLE);

        // Then
        assertThat(pause).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0.0, PT24S", "0.5, PT30S", "0.999999, PT36S"})
    void a_pause_is_blurred_by_its_share(double random, Duration expected) {
        // When
        var pause = backOff.pause(1, random);

        // Then
        assertThat(pause).isEqualTo(expected);
    }

    @Test
    void a_longest_pause_below_the_first_is_refused() {
        // When / Then
        assertThatThrownBy(() -> new BackOff(Duration.ofSeconds(2), Duration.ofSeconds(1), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
