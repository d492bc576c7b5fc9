package org.appel.applications.intake;

import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.appel.applications.config.IntakeConfig;
import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.Content;
import org.appel.applications.model.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class WorkGateTest {
    private static final int WAITING = 3;
    private static final Parts WITH_A_DOCUMENT =
            new Parts(List.of(), List.of(new Parts.Part("cv", "cv.txt", 1, Content.of(new byte[1]), null)));
    private static final Parts WITHOUT = new Parts(List.of(), List.of());

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final WorkGate gate = new WorkGate(config(2, Duration.ofMillis(50)), meters);

    @Test
    void as_many_as_are_allowed_are_in_work_and_the_next_is_told_to_come_again() {
        // Given
        try (var _ = gate.enter(WITH_A_DOCUMENT);
                var _ = gate.enter(WITH_A_DOCUMENT)) {

            // When
            var refused = catchThrowableOfType(ApplicationRefused.class, () -> gate.enter(WITH_A_DOCUMENT));

            // Then
            assertThat(refused.refusal()).isInstanceOf(Refusal.Busy.class);
        }
    }

    @Test
    void a_turn_that_ended_is_the_next_ones() {
        // Given
        gate.enter(WITH_A_DOCUMENT).close();
        gate.enter(WITH_A_DOCUMENT).close();

        // When
        gate.enter(WITH_A_DOCUMENT).close();

        // Then
        assertThatCode(() -> gate.enter(WITH_A_DOCUMENT).close()).doesNotThrowAnyException();
    }

    @Test
    void who_comes_when_as_many_wait_as_may_is_turned_away_at_once_and_counted() throws Exception {
        // Given
        var patient = new WorkGate(config(1, Duration.ofMinutes(1)), meters);
        var turn = patient.enter(WITH_A_DOCUMENT);
        var served = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < WAITING; i++) {
                served.add(threads.submit(() -> patient.enter(WITH_A_DOCUMENT).close()));
            }
            Awaitility.await().until(() -> isFull(patient));

            // When
            var refused = catchThrowableOfType(ApplicationRefused.class, () -> patient.enter(WITH_A_DOCUMENT));

            // Then
            assertThat(refused.refusal()).isInstanceOf(Refusal.Busy.class);
            assertThat(meters.counter("appel.intake.turned.away").count()).isEqualTo(1);
            turn.close();
            for (var each : served) {
                each.get();
            }
            assertThat(isFull(patient)).isFalse();
        }
    }

    @Test
    void where_nobody_may_wait_who_finds_a_free_turn_does_not_wait() {
        // Given
        var impatient = new WorkGate(config(2, 0, Duration.ofMinutes(1)), meters);

        // When
        try (var _ = impatient.enter(WITH_A_DOCUMENT);
                var _ = impatient.enter(WITH_A_DOCUMENT)) {
            var refused = catchThrowableOfType(ApplicationRefused.class, () -> impatient.enter(WITH_A_DOCUMENT));

            // Then
            assertThat(refused.refusal()).isInstanceOf(Refusal.Busy.class);
        }
    }

    @Test
    void those_with_documents_hold_up_nobody_without() {
        // Given
        try (var _ = gate.enter(WITH_A_DOCUMENT);
                var _ = gate.enter(WITH_A_DOCUMENT)) {
            // Then
            assertThatCode(() -> gate.enter(WITHOUT).close()).doesNotThrowAnyException();
        }
    }

    @Test
    void who_is_sending_counts_as_one_in_line_until_the_place_is_given_back() {
        // Given
        try (var _ = gate.enter(WITH_A_DOCUMENT);
                var _ = gate.enter(WITH_A_DOCUMENT)) {
            var sending = new ArrayList<WorkGate.Expected>();
            for (int i = 0; i < WAITING; i++) {
                sending.add(gate.expect().orElseThrow());
            }

            // When
            var oneTooMany = gate.expect();
            sending.getFirst().release();
            sending.getFirst().release();
            var next = gate.expect();
            var again = gate.expect();

            // Then
            assertThat(oneTooMany).isEmpty();
            assertThat(next).isPresent();
            assertThat(again).isEmpty();
        }
    }

    @Test
    void who_is_sending_keeps_nobody_from_a_turn_that_is_free() {
        // Given
        try (var _ = gate.enter(WITH_A_DOCUMENT)) {
            for (int i = 0; i < 2 * WAITING; i++) {
                gate.expect();
            }

            // When
            var next = gate.expect();

            // Then
            assertThat(next).isPresent();
        }
    }

    private static boolean isFull(WorkGate gate) {
        var place = gate.expect();
        place.ifPresent(WorkGate.Expected::release);
        return place.isEmpty();
    }

    private static IntakeConfig config(int inWork, Duration patience) {
        return config(inWork, WAITING, patience);
    }

    private static IntakeConfig config(int inWork, int waiting, Duration patience) {
        return new IntakeConfig() {
            @Override
            public Duration uploadLimit() {
                return Duration.ofSeconds(1);
            }

            @Override
            public MemorySize documentLimit() {
                return new MemorySize(BigInteger.TEN);
            }

            @Override
            public int documents() {
                return 1;
            }

            @Override
            public int inWork() {
                return inWork;
            }

            @Override
            public int waiting() {
                return waiting;
            }

            @Override
            public Duration patience() {
                return patience;
            }

            @Override
            public Duration work() {
                return Duration.ofSeconds(1);
            }

            @Override
            public Duration mailboxPatience() {
                return Duration.ofMinutes(1);
            }

            @Override
            public Duration keepAnswers() {
                return Duration.ofDays(1);
            }

            @Override
            public URI careersUrl() {
                return URI.create("http://127.0.0.1/careers");
            }
        };
    }
}
