package org.appel.notification.delivery;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class HandsTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger working = new AtomicInteger();
    private Hands hands = new Hands(2, Duration.ofHours(1));

    @AfterEach
    void stop() throws InterruptedException {
        end.countDown();
        hands.stop(SOON);
    }

    @Test
    void a_hand_is_free_again_when_its_work_ends_however_it_ends() throws InterruptedException {
        // Given
        int taken = hands.take();
        hands.work(() -> {
            throw new IllegalStateException("on purpose");
        });
        hands.work(() -> {});

        // When
        int first = hands.take();
        int rest = first == 2 ? 0 : hands.take();

        // Then
        assertThat(taken).isEqualTo(2);
        assertThat(first + rest).isEqualTo(2);
    }

    @Test
    void a_hand_whose_work_cannot_begin_is_free_again() throws InterruptedException {
        // Given
        hands.take();
        hands.stop(SOON);

        // When
        assertThatThrownBy(() -> hands.work(() -> {})).isInstanceOf(RejectedExecutionException.class);

        // Then
        assertThat(hands.take()).isEqualTo(1);
    }

    @Test
    void long_work_goes_on_beside_and_leaves_its_hand_to_others() throws InterruptedException {
        // Given
        hands = new Hands(2, Duration.ofMillis(1));
        hands.take();
        hands.work(this::last);
        hands.work(this::last);

        // When
        int first = hands.take();
        int rest = first == 2 ? 0 : hands.take();

        // Then
        assertThat(first + rest).isEqualTo(2);
        await().atMost(SOON).until(() -> working.get() == 2);
    }

    @Test
    void no_more_long_works_than_hands_go_on_beside_so_that_their_number_has_an_end() throws InterruptedException {
        // Given
        hands = new Hands(1, Duration.ofMillis(1));
        hands.take();
        hands.work(this::last);
        hands.take();
        hands.work(this::last);
        await().atMost(SOON).until(() -> working.get() == 2);
        var third = Thread.ofVirtual().start(this::takeOne);

        // When
        await().during(Duration.ofMillis(200)).atMost(SOON).until(() -> third.getState() == Thread.State.WAITING);
        end.countDown();

        // Then
        third.join();
        assertThat(working).hasValue(3);
    }

    private void takeOne() {
        try {
            hands.take();
            working.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void last() {
        working.incrementAndGet();
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
