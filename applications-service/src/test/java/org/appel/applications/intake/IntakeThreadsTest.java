package org.appel.applications.intake;

import org.junit.jupiter.api.Test;

import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.Refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IntakeThreadsTest {
    private final IntakeThreads threads = new IntakeThreads();

    @Test
    void the_work_of_a_virtual_thread_is_done_by_a_platform_thread() throws InterruptedException {
        // Given
        var isVirtual = new boolean[2];

        // When
        Thread.ofVirtual()
                .start(() -> {
                    isVirtual[0] = Thread.currentThread().isVirtual();
                    isVirtual[1] = threads.call(() -> Thread.currentThread().isVirtual());
                })
                .join();

        // Then
        assertThat(isVirtual).containsExactly(true, false);
    }

    @Test
    void what_the_work_ends_with_is_what_who_waits_for_it_gets() {
        // Given
        var refused = new ApplicationRefused(new Refusal.Busy());
        var error = new StackOverflowError();

        // Then
        assertThat(threads.call(() -> "done")).isEqualTo("done");
        assertThatThrownBy(() -> threads.call(() -> {
                    throw refused;
                }))
                .isSameAs(refused);
        assertThatThrownBy(() -> threads.call(() -> {
                    throw error;
                }))
                .isSameAs(error);
    }

    @Test
    void who_is_interrupted_waits_to_the_end_and_stays_interrupted() {
        // When
        Thread.currentThread().interrupt();
        var outcome = threads.call(() -> "done");

        // Then
        assertThat(outcome).isEqualTo("done");
        assertThat(Thread.interrupted()).isTrue();
    }
}
