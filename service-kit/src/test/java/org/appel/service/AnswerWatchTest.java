package org.appel.service;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerWatchTest {

    private static final int KIB = 1024;

    private final SlowReader connection = new SlowReader();

    @BeforeEach
    void connect() {
        connection.pipeline().addFirst(new AnswerWatch(Duration.ofSeconds(30)));
        connection.freezeTime();
    }

    @AfterEach
    void disconnect() {
        connection.close();
    }

    @Test
    void a_reader_that_takes_nothing_is_not_waited_for() {
        // Given
        answer(8 * KIB);

        // When
        pass(29);
        var before = connection.isOpen();
        pass(1);

        // Then
        assertThat(before).isTrue();
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void a_reader_that_takes_a_little_now_and_then_is_not_waited_for() {
        // Given
        for (int i = 0; i < 100; i++) {
            answer(8 * KIB);
        }

        // When
        for (int second = 0; second < 30; second += 5) {
            connection.take(8 * KIB);
            pass(5);
        }

        // Then
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void a_reader_that_takes_enough_may_take_its_time_for_all_of_it() {
        // Given
        for (int i = 0; i < 100; i++) {
            answer(8 * KIB);
        }

        // When
        for (int i = 0; i < 10; i++) {
            connection.take(64 * KIB);
            pass(30);
        }

        // Then
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void while_nothing_waits_nothing_is_closed() {
        // Given
        answer(KIB);
        connection.take(KIB);

        // When
        pass(3_600);

        // Then
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void a_stream_that_says_little_is_not_closed_for_it() {
        // When
        for (int i = 0; i < 100; i++) {
            answer(10);
            pass(20);
            connection.take(10);
            pass(20);
        }

        // Then
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void a_single_answer_may_take_its_time_as_well() {
        // Given
        answer(1_000 * KIB);

        // When
        for (int i = 0; i < 15; i++) {
            connection.take(64 * KIB);
            pass(30);
        }

        // Then
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void what_waits_after_all_was_taken_has_a_time_of_its_own() {
        // Given
        answer(10);
        pass(28);
        connection.take(10);
        pass(1);

        // When
        answer(10);
        pass(29);
        var inTime = connection.isOpen();
        pass(1);

        // Then
        assertThat(inTime).isTrue();
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void more_to_take_gives_no_more_time() {
        // Given
        answer(10);

        // When
        for (int second = 0; second < 30; second += 10) {
            answer(100 * KIB);
            pass(10);
        }

        // Then
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void what_is_not_sent_yet_is_not_waited_for() {
        // Given
        connection.write(Unpooled.wrappedBuffer(new byte[KIB]));

        // When
        pass(3_600);

        // Then
        assertThat(connection.isOpen()).isTrue();
    }

    private void answer(int bytes) {
        connection.writeAndFlush(Unpooled.wrappedBuffer(new byte[bytes]));
    }

    private void pass(int seconds) {
        connection.advanceTimeBy(seconds, TimeUnit.SECONDS);
        connection.runScheduledPendingTasks();
    }

    /** As the machine's buffers do, takes of what is flushed only as much as the reader does. */
    private static final class SlowReader extends EmbeddedChannel {

        private long takes;

        @Override
        protected void doWrite(ChannelOutboundBuffer waiting) {
            while (takes > 0 && waiting.current() instanceof ByteBuf bytes) {
                long taken = Math.min(takes, bytes.readableBytes());
                takes -= taken;
                waiting.removeBytes(taken);
            }
        }

        void take(int bytes) {
            takes += bytes;
            unsafe().flush();
        }
    }
}
