package org.appel.messaging;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Timeout(60)
class GroupReaderTest {

    private static final int MOST = 4;

    private final List<List<Integer>> groups = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final Semaphore mayRead = new Semaphore(0);
    private final AtomicLong asked = new AtomicLong();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final GroupReader reader = new GroupReader(threads, MOST, this::read, failures::add);

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void what_came_while_one_group_was_in_work_is_the_next_one_and_none_is_larger_than_may_be() {
        // Given
        reader.onSubscribe(channel());
        come(0);
        await().until(() -> groups.size() == 1);

        // When
        IntStream.range(1, 7).forEach(this::come);
        mayRead.release(3);

        // Then
        await().untilAsserted(() -> assertThat(groups).containsExactly(List.of(0), List.of(1, 2, 3, 4), List.of(5, 6)));
    }

    @Test
    void for_each_that_is_settled_the_channel_is_asked_for_another_one() {
        // Given
        mayRead.release(100);
        reader.onSubscribe(channel());
        var first = asked.get();

        // When
        IntStream.range(0, 10).forEach(this::come);

        // Then
        assertThat(first).isEqualTo(2 * MOST);
        await().until(() -> asked.get() == 2 * MOST + 10);
    }

    @Test
    void a_group_that_cannot_be_settled_is_told_and_does_not_hold_up_those_after_it() {
        // Given
        mayRead.release(100);
        reader.onSubscribe(channel());
        come(-1);
        await().until(() -> failures.size() == 1);

        // When
        come(1);

        // Then
        await().until(() -> all().contains(1));
        assertThat(failures).hasSize(1);
    }

    @Test
    void a_channel_that_fails_and_a_thread_that_cannot_be_had_are_told() {
        // Given
        reader.onSubscribe(channel());
        threads.shutdown();

        // When
        come(1);
        reader.onError(new IllegalStateException("on purpose"));

        // Then
        assertThat(failures).hasSize(2);
    }

    @Test
    void each_of_many_is_read_once_and_in_its_order_whenever_it_comes() {
        // Given
        mayRead.release(1_000_000);
        reader.onSubscribe(channel());
        int most = 20_000;

        // When
        IntStream.range(0, most).forEach(this::come);

        // Then
        await().atMost(Duration.ofSeconds(30)).until(() -> asked.get() == 2 * MOST + most);
        assertThat(all())
                .containsExactlyElementsOf(IntStream.range(0, most).boxed().toList());
    }

    private void come(int number) {
        reader.onNext(Message.of(new byte[0]).addMetadata(number));
    }

    private List<Integer> all() {
        return groups.stream().flatMap(List::stream).toList();
    }

    private void read(List<Message<byte[]>> messages) {
        var numbers = new ArrayList<Integer>();
        messages.forEach(
                message -> numbers.add(message.getMetadata(Integer.class).orElseThrow()));
        groups.add(numbers);
        mayRead.acquireUninterruptibly();
        if (numbers.contains(-1)) {
            throw new IllegalStateException("on purpose");
        }
    }

    private Flow.Subscription channel() {
        return new Flow.Subscription() {
            @Override
            public void request(long more) {
                asked.addAndGet(more);
            }

            @Override
            public void cancel() {
                // Nobody does.
            }
        };
    }
}
