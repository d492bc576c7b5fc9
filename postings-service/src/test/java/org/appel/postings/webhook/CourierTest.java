package org.appel.postings.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.appel.postings.config.PostingsConfig;
import org.appel.postings.model.WebhookAnswer;
import org.appel.postings.model.WebhookAnswer.Verdict;
import org.appel.postings.webhook.Receiver.Answer;

import static org.assertj.core.api.Assertions.assertThat;

class CourierTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final Vertx vertx = Vertx.vertx();
    private final Courier courier = new Courier(vertx, config(), Clock.systemUTC());

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** The name leads nowhere: whoever looked it up a second time could be led elsewhere, and would find nothing here. */
    @Test
    void the_connection_goes_to_the_address_that_was_judged_and_the_name_is_not_looked_up_again() throws IOException {
        // Given
        try (var receiver = Receiver.answering(204)) {
            int port = URI.create(receiver.url()).getPort();

            // When
            var answer = carry("http://board.invalid:" + port + "/hooks?a=b", port);

            // Then
            assertThat(answer.verdict()).isEqualTo(Verdict.DELIVERED);
            assertThat(receiver.received().getFirst().header("Host")).isEqualTo("board.invalid:" + port);
            assertThat(receiver.received().getFirst().header("Webhook-id")).isEqualTo("1");
            assertThat(receiver.received().getFirst().body()).isEqualTo("{}");
        }
    }

    @Test
    void an_answer_says_when_to_come_again_in_seconds_or_as_a_date() throws IOException {
        // Given
        try (var receiver = new Receiver(_ -> new Answer(429, Map.of("Retry-After", "7"), Duration.ZERO));
                var other = new Receiver(
                        _ -> new Answer(503, Map.of("Retry-After", "Tue, 31 Dec 2999 23:59:59 GMT"), Duration.ZERO));
                var garbled = new Receiver(_ -> new Answer(503, Map.of("Retry-After", "soon"), Duration.ZERO))) {

            // When
            var seconds = carry(receiver);
            var date = carry(other);
            var soon = carry(garbled);

            // Then
            assertThat(seconds.comeAgain()).isEqualTo(Duration.ofSeconds(7));
            assertThat(date.comeAgain()).isGreaterThan(Duration.ofDays(300_000));
            assertThat(soon.comeAgain()).isNull();
            assertThat(soon.verdict()).isEqualTo(Verdict.OVERLOADED);
        }
    }

    @Test
    void a_redirect_is_not_followed() throws IOException {
        // Given
        try (var inside = Receiver.answering(200);
                var receiver = new Receiver(_ -> new Answer(303, Map.of("Location", inside.url()), Duration.ZERO))) {

            // When
            var answer = carry(receiver);

            // Then
            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.verdict()).isEqualTo(Verdict.FAILED);
            assertThat(inside.received()).isEmpty();
        }
    }

    @Test
    void nobody_there_is_a_failure_with_a_reason() throws IOException {
        // Given
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        // When
        var answer = carry("http://127.0.0.1:" + port + "/", port);

        // Then
        assertThat(answer.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(answer.status()).isNull();
        assertThat(answer.problem()).contains("Connection refused");
    }

    @Test
    void somebody_who_takes_the_message_and_says_nothing_is_given_up_in_time() throws IOException {
        // Given
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {

            // When
            var answer = carry("http://127.0.0.1:" + silent.getLocalPort() + "/", silent.getLocalPort());

            // Then
            assertThat(answer.problem()).isEqualTo("no answer within 3000 ms");
            assertThat(answer.took()).isBetween(TIMEOUT, TIMEOUT.plusSeconds(10));
        }
    }

    @Test
    void what_went_wrong_is_told_in_characters_that_can_be_kept() {
        // Given
        var cut = "x".repeat(300 - "IOException: ".length() - 1) + "\ud83d\ude00";

        // When
        var words = Courier.words(new IOException("a\u0000b\r\nc"));
        var half = Courier.words(new IOException(cut));

        // Then
        assertThat(words).isEqualTo("IOException: a b  c");
        assertThat(half).hasSize(300).endsWith("x ");
    }

    @Test
    void a_message_that_cannot_even_be_sent_is_a_failed_attempt() throws IOException {
        // Given
        try (var receiver = Receiver.answering(200)) {
            int port = URI.create(receiver.url()).getPort();

            // When
            var answer = courier.carry(
                    URI.create("unheard-of://board.invalid/"),
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                    Map.of("webhook-id", "1"),
                    new byte[0],
                    TIMEOUT);

            // Then
            assertThat(answer.verdict()).isEqualTo(Verdict.FAILED);
            assertThat(answer.problem()).isNotBlank();
        }
    }

    @Test
    void the_status_counts_and_an_endless_answer_after_it_holds_nobody() throws IOException {
        // Given
        try (var endless = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> drip(endless));

            // When
            var answer = carry("http://127.0.0.1:" + endless.getLocalPort() + "/", endless.getLocalPort());

            // Then
            assertThat(answer.verdict()).isEqualTo(Verdict.DELIVERED);
            assertThat(answer.took()).isLessThan(TIMEOUT.plusSeconds(10));
        }
    }

    private static void drip(ServerSocket server) {
        try (var socket = server.accept();
                var out = socket.getOutputStream()) {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (!Thread.interrupted()) {
                out.write('.');
                out.flush();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        } catch (IOException e) {
            // The other side has had enough.
        }
    }

    private WebhookAnswer carry(Receiver receiver) {
        return carry(receiver.url(), URI.create(receiver.url()).getPort());
    }

    private WebhookAnswer carry(String url, int port) {
        return courier.carry(
                URI.create(url),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                Map.of("webhook-id", "1"),
                "{}".getBytes(StandardCharsets.UTF_8),
                TIMEOUT);
    }

    private static PostingsConfig config() {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                .withDefaultValue("appel.postings.careers.preview-secret", "for tests only")
                .withMapping(PostingsConfig.class)
                .withSources(new PropertiesConfigSource(
                        Map.of("appel.postings.webhooks.timeout", TIMEOUT.toMillis() + "ms"), "test", 100))
                .build()
                .getConfigMapping(PostingsConfig.class);
    }
}
