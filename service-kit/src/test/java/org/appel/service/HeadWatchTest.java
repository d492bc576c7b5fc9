package org.appel.service;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HeadWatchTest {

    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

    private EmbeddedChannel connection;

    @BeforeEach
    void connect() {
        connection = new EmbeddedChannel(new HeadWatch(Duration.ofSeconds(20)));
        connection.freezeTime();
    }

    @Test
    void a_head_that_comes_a_byte_at_a_time_is_not_waited_for() {
        // When
        for (int second = 0; second < 19; second++) {
            say("G");
            pass(1);
        }
        var before = connection.isOpen();
        say("G");
        pass(1);

        // Then
        assertThat(before).isTrue();
        assertThat(connection.isOpen()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n\r\n", "\r\n\r\nGET / HTTP/1.1", " \r\n\r\n\u007f"})
    void empty_lines_before_a_head_are_no_head(String before) {
        // When
        say(before);
        say("\r\n\r");
        pass(19);
        var then = connection.isOpen();
        pass(1);

        // Then
        assertThat(then).isTrue();
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void a_head_after_empty_lines_is_one() {
        // When
        say("\r\n\r\n");
        say("\r\n" + REQUEST);
        pass(3_600);

        // Then
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void a_connection_that_says_nothing_is_closed() {
        // When
        pass(20);

        // Then
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void a_body_may_take_its_time() {
        // When
        say("POST / HTTP/1.1\r\nContent-Length: 100\r\n\r");
        say("\nbody");
        pass(300);
        say("more of the body");
        pass(300);

        // Then
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void each_head_on_a_kept_connection_has_its_own_time() {
        // Given
        say(REQUEST);
        answer("HTTP/1.1 200 OK\r\n\r\n");
        pass(3_600);

        // When
        say("GET /again");
        pass(19);
        var before = connection.isOpen();
        say("HTTP/1.1");
        pass(1);

        // Then
        assertThat(before).isTrue();
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void an_idle_connection_that_was_answered_is_left_to_the_idle_timeout() {
        // When
        say(REQUEST);
        answer("HTTP/1.1 200 OK\r\n\r\n");
        pass(3_600);

        // Then
        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void other_protocols_are_left_alone() {
        // When
        say("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        answer("frames");
        say("frames without any line end");
        pass(60);

        // Then
        assertThat(connection.isOpen()).isTrue();
        assertThat(connection.pipeline().get(HeadWatch.class)).isNull();
    }

    @Test
    void what_was_read_goes_on_unchanged() {
        // When
        say(REQUEST);

        // Then
        io.netty.buffer.ByteBuf passed = connection.readInbound();
        assertThat(passed.toString(StandardCharsets.US_ASCII)).isEqualTo(REQUEST);
    }

    private void say(String text) {
        connection.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    private void answer(String text) {
        connection.writeOutbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
    }

    private void pass(int seconds) {
        connection.advanceTimeBy(seconds, TimeUnit.SECONDS);
        connection.runScheduledPendingTasks();
    }
}
