package org.appel.applications.intake;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.appel.applications.Client;
import org.appel.applications.Form;
import org.appel.applications.PostingFixture;
import org.appel.testing.Contracts;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;
import org.appel.testing.Topics;

import static org.appel.applications.PostingFixture.anOpenPosting;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RealInfrastructure
class DeadlineTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void before_the_publication_nothing_is_taken() {
        // Given
        var posting = Client.open(anOpenPosting().publishedAt(Instant.parse("2100-01-01T00:00:00Z")));

        // When
        var answer = Client.apply(posting, Form.of("Amina", "amina@example.org"));

        // Then
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("not-open-yet");
    }

    @Test
    void after_the_deadline_nothing_is_taken_and_both_times_are_named() {
        // Given
        var posting = Client.open(anOpenPosting().closing(Instant.parse("2025-08-03T22:00:00Z")));

        // When
        var answer = Client.apply(posting, Form.of("Amina", "amina@example.org"));

        // Then
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("deadline-passed");
        assertThat(answer.json().path("closesAt").asText()).isEqualTo("2025-08-03T22:00:00Z");
        assertThat(Instant.parse(answer.json().path("receivedAt").asText())).isAfter("2025-08-03T22:00:00Z");
        assertThat(refused(posting)).isEqualTo("{\"deadline-passed\":1}");
    }

    @Test
    void a_withdrawn_posting_takes_nothing() {
        // Given
        var posting = anOpenPosting();
        Client.open(posting);
        posting.withdraw();
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        Client.get("/postings/" + posting.id() + "/form", null).status() == 410);

        // When
        var answer = Client.apply(posting.id(), Form.of("Amina", "amina@example.org"));

        // Then
        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.problem()).isEqualTo("posting-withdrawn");
    }

    @Test
    void what_arrived_in_time_is_taken_even_if_its_body_ends_after_the_deadline() throws IOException {
        // Given
        var closesAt = Instant.now().plusMillis(1500);
        var posting = Client.open(anOpenPosting().closing(closesAt));
        var form = Form.of("Amina", "amina@example.org");
        var body = form.bytes();

        // When
        String answer;
        try (var socket = new Socket("localhost", Client.uri("/").getPort())) {
            var out = socket.getOutputStream();
            out.write(head(posting, form, body.length));
            out.write(body, 0, 100);
            out.flush();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Instant.now()
                    .isAfter(closesAt.plusMillis(300)));
            out.write(body, 100, body.length - 100);
            out.flush();
            answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        }

        // Then
        assertThat(answer).isEqualTo("HTTP/1.1 201");
    }

    @Test
    void the_intake_is_closed_once_with_exact_counts_of_what_was_sent_across_the_deadline() throws Exception {
        // Given
        var closesAt = Instant.now().plusSeconds(2);
        var posting = anOpenPosting().closing(closesAt);
        Client.open(posting);

        // When
        var answers = sendAcross(posting, closesAt);
        posting.deadlinePasses();

        // Then
        var event = Topics.await("applications", told -> isClosing(told.key(), Topics.type(told), posting));
        Contracts.assertValid("org.appel.IntakeClosed.v1", Topics.text(event));
        var closed = Client.json(Topics.text(event));
        long taken = answers.stream().filter(answer -> answer.status() == 201).count();
        long late = answers.stream().filter(answer -> answer.status() == 409).count();
        assertThat(taken).isPositive();
        assertThat(late).isPositive();
        assertThat(closed.path("applications").asLong()).isEqualTo(taken);
        assertThat(closed.path("counts").path("accepted").asLong()).isEqualTo(taken);
        assertThat(closed.path("counts").path("arrived").asLong()).isEqualTo(answers.size());
        assertThat(closed.path("counts").path("refused").path("deadline-passed").asLong())
                .isEqualTo(late);
        assertThat(Instant.parse(closed.path("closedAt").asText())).isAfterOrEqualTo(closesAt.plusSeconds(4));
        assertThat(answers).allSatisfy(answer -> {
            var receivedAt = Instant.parse(answer.json().path("receivedAt").asText());
            assertThat(receivedAt.isBefore(closesAt)).isEqualTo(answer.status() == 201);
        });
        assertThat(Client.apply(posting.id(), Form.of("Late", "late@example.org"))
                        .status())
                .isEqualTo(409);
        Awaitility.await().during(Duration.ofSeconds(3)).until(() -> closings(posting) == 1);
    }

    @Test
    void a_reopened_posting_takes_applications_again_and_is_counted_again() {
        // Given
        var first = anOpenPosting().closing(Instant.now().minusSeconds(60));
        Client.open(first);
        first.deadlinePasses();
        Awaitility.await().atMost(SOON).until(() -> closings(first) == 1);
        var second = first.extendedTo(Instant.now().plusSeconds(600)).amend("reopened");
        Awaitility.await().atMost(SOON).until(() -> isOpen(second));

        // When
        var answer = Client.apply(second.id(), Form.of("Amina", "amina@example.org"));
        second.extendedTo(Instant.now().minusSeconds(60)).amend("amendment").deadlinePasses();

        // Then
        assertThat(answer.status()).isEqualTo(201);
        Awaitility.await().atMost(SOON).until(() -> closings(first) == 2);
    }

    private static ArrayList<Client.Answer> sendAcross(PostingFixture posting, Instant closesAt) throws Exception {
        var answers = new ArrayList<Client.Answer>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            int number = 0;
            while (Instant.now().isBefore(closesAt.plusMillis(500))) {
                int first = number;
                var tasks = IntStream.range(first, first + 4)
                        .<Callable<Client.Answer>>mapToObj(
                                i -> () -> Client.apply(posting.id(), Form.of("N", "n" + i + "@example.org")))
                        .toList();
                executor.invokeAll(tasks).stream().map(Future::resultNow).forEach(answers::add);
                number += 4;
            }
        }
        return answers;
    }

    private static boolean isOpen(PostingFixture posting) {
        return Client.get("/postings/" + posting.id() + "/form", null)
                .json()
                .path("open")
                .asBoolean();
    }

    private static long closings(PostingFixture posting) {
        return Topics.read("applications").stream()
                .filter(told -> isClosing(told.key(), Topics.type(told), posting))
                .count();
    }

    private static boolean isClosing(String key, String type, PostingFixture posting) {
        return key.equals(posting.id().toString()) && type.equals("org.appel.IntakeClosed.v1");
    }

    private static String refused(java.util.UUID posting) {
        return Client.get("/postings/" + posting + "/ledger", Tokens.hr("omct"))
                .json()
                .path("refused")
                .toString();
    }

    private static byte[] head(java.util.UUID posting, Form form, int length) {
        return """
                POST /postings/%s/applications HTTP/1.1\r
                Host: localhost\r
                Idempotency-Key: "slow"\r
                Content-Type: %s\r
                Content-Length: %d\r
                \r
                """.formatted(posting, form.contentType(), length).getBytes(StandardCharsets.US_ASCII);
    }
}
