package org.appel.service;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AnswerWatchTest {

    private static final int KIB = 1024;

    private final SlowReader reader = new SlowReader();
    private EmbeddedChannel connection;

    @BeforeEach
    void connect() {
        connection = new EmbeddedChannel(reader, new AnswerWatch(Duration.ofSeconds(30)));
        connection.freezeTime();
    }

    @AfterEach
    void disconnect() {
        connection.releaseOutbound();
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
            reader.take(1);
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
            reader.take(8);
            pass(30);
        }

        // Then
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void while_nothing_waits_nothing_is_closed() {
        // Given
        answer(KIB);
        reader.take(1);

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
            reader.take(1);
            pass(20);
        }

        // Then
        assertThat(connection.isOpen()).isTrue();
    }

    private void answer(int bytes) {
        connection.writeOneOutbound(Unpooled.wrappedBuffer(new byte[bytes]));
    }

    private void pass(int seconds) {
        connection.advanceTimeBy(seconds, TimeUnit.SECONDS);
        connection.runScheduledPendingTasks();
    }

    /** As the machine's buffers do, takes what is written only as the reader takes it. */
    private static final class SlowReader extends ChannelOutboundHandlerAdapter {

        private final Deque<Runnable> waiting = new ArrayDeque<>();

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            waiting.add(() -> context.writeAndFlush(message, promise));
        }

        void take(int messages) {
            for (int i = 0; i < messages && !waiting.isEmpty(); i++) {
                waiting.remove().run();
            }
        }
    }
}
