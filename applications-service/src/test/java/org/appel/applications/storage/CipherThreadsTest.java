package org.appel.applications.storage;

import java.security.GeneralSecurityException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CipherThreadsTest {

    @Test
    void what_a_virtual_thread_asks_for_is_done_by_a_platform_thread() throws Exception {
        // Given
        var worker = new AtomicReference<Thread>();

        // When
        var outcome = onAVirtualThread(() -> CipherThreads.call(() -> {
            worker.set(Thread.currentThread());
            return "sealed";
        }));

        // Then
        assertThat(outcome).isEqualTo("sealed");
        assertThat(worker.get().isVirtual()).isFalse();
    }

    @Test
    void a_platform_thread_does_it_itself() throws GeneralSecurityException {
        // When
        var worker = CipherThreads.call(Thread::currentThread);

        // Then
        assertThat(worker).isSameAs(Thread.currentThread());
    }

    @Test
    void a_failure_reaches_the_one_who_asked_as_what_it_is() {
        // Given
        var refusal = new GeneralSecurityException("another key");
        var fault = new IllegalArgumentException("no context");

        // Then
        assertThatThrownBy(() -> onAVirtualThread(() -> CipherThreads.call(() -> {
                    throw refusal;
                })))
                .hasRootCause(refusal);
        assertThatThrownBy(() -> onAVirtualThread(() -> CipherThreads.call(() -> {
                    throw fault;
                })))
                .hasRootCause(fault);
    }

    @Test
    void one_who_is_interrupted_meanwhile_has_the_outcome_and_the_interruption() throws Exception {
        // When
        var interrupted = onAVirtualThread(() -> {
            Thread.currentThread().interrupt();
            var outcome = CipherThreads.call(() -> "sealed");
            return outcome.equals("sealed") && Thread.currentThread().isInterrupted();
        });

        // Then
        assertThat(interrupted).isTrue();
    }

    private static <T> T onAVirtualThread(Callable<T> work) throws Exception {
        var outcome = new CompletableFuture<T>();
        Thread.ofVirtual().start(() -> {
            try {
                outcome.complete(work.call());
            } catch (Exception e) {
                outcome.completeExceptionally(e);
            }
        });
        return outcome.get();
    }
}
