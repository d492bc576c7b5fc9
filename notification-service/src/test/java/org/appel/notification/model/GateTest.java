package org.appel.notification.model;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.appel.notification.NotificationFixtures.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class GateTest {

    private static final double MIDDLE = 0.5;
    private final Gate gate = new Gate(new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(4), 0));

    @Test
    void it_closes_for_longer_with_each_failure_in_a_row() {
        // When
        gate.failed(NOW, MIDDLE);
        gate.failed(NOW.plusSeconds(1), MIDDLE);

        // Then
        assertThat(gate.isOpen(NOW.plusMillis(2999))).isFalse();
        assertThat(gate.isOpen(NOW.plusSeconds(3))).isTrue();
        assertThat(gate.closedSince()).isEqualTo(NOW);
    }

    @Test
    void several_who_fail_together_count_once() {
        // When
        for (int i = 0; i < 8; i++) {
            gate.failed(NOW, MIDDLE);
        }

        // Then
        assertThat(gate.isOpen(NOW.plusSeconds(1))).isTrue();
    }

    @Test
    void an_answer_opens_it_at_once() {
        // Given
        gate.failed(NOW, MIDDLE);

        // When
        gate.worked();

        // Then
        assertThat(gate.isOpen(NOW)).isTrue();
        assertThat(gate.closedSince()).isNull();
    }
}
