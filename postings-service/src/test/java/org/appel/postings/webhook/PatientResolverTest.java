package org.appel.postings.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PatientResolverTest {

    private static final Duration SHORT = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofSeconds(20);

    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger lookUps = new AtomicInteger();
    private final Resolver resolver = PatientResolver.of(this::lookUp);

    @AfterEach
    void letGo() {
        end.countDown();
    }

    @Test
    void a_host_is_found() throws UnknownHostException {
        // When
        var found = resolver.resolve("board.example", LONG);

        // Then
        assertThat(found).containsExactly(InetAddress.getLoopbackAddress());
    }

    @Test
    void however_often_a_host_is_asked_for_that_never_answers_others_are_found_in_time() throws UnknownHostException {
        // Given
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> resolver.resolve("slow.example", SHORT)).isInstanceOf(UnknownHostException.class);
        }

        // When
        var found = resolver.resolve("board.example", LONG);

        // Then
        assertThat(found).isNotEmpty();
        assertThat(lookUps).hasValue(2);
    }

    @Test
    void no_look_up_runs_on_a_virtual_thread() throws InterruptedException {
        // Given
        var asking = Thread.ofVirtual().start(() -> {
            try {
                resolver.resolve("where.example", LONG);
            } catch (UnknownHostException e) {
                throw new IllegalStateException(e);
            }
        });

        // When
        asking.join();

        // Then
        assertThat(lookUps).hasValue(1);
    }

    private List<InetAddress> lookUp(String host) throws UnknownHostException {
        assertThat(Thread.currentThread().isVirtual()).isFalse();
        lookUps.incrementAndGet();
        if (host.equals("slow.example")) {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException(host);
        }
        return List.of(InetAddress.getLoopbackAddress());
    }
}
