package org.appel.postings.changes;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import javax.sql.DataSource;

import jakarta.inject.Inject;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.appel.postings.changes.ChangeParameters.Wanted;
import org.appel.postings.model.PostingRefused;
import org.appel.testing.RealInfrastructure;

import static org.appel.postings.HiringDesk.anOrganisation;
import static org.appel.postings.HiringDesk.asAnyone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@RealInfrastructure
class ChangeStreamTest {

    private static final int STREAMS = 12;

    @Inject
    DataSource database;

    @Inject
    ChangeStreams streams;

    @TestHTTPResource("/")
    URI service;

    private final ChangeStreams.Reader aBoard = new ChangeStreams.Reader("board-" + UUID.randomUUID(), null);
    private String organisation = "";
    private Desk desk;

    @BeforeEach
    void aHiringTeam() {
        organisation = anOrganisation();
        desk = new Desk(service, database, organisation);
    }

    @Test
    void what_happens_is_heard_as_it_happens() throws Exception {
        // Given
        try (var stream = listen("?organisation=" + organisation + "&after=" + desk.head(), null)) {
            stream.awaitLine(": the changes of postings, from here on");

            // When
            var id = desk.publish();

            // Then
            var data = stream.awaitLine("data:");
            var entry = Desk.JSON.readTree(data.substring("data:".length()));
            assertThat(entry.get("id").asText()).isEqualTo(id.toString());
            assertThat(entry.get("kind").asText()).isEqualTo("published");
            assertThat(entry)
                    .isEqualTo(desk.get("/postings/changes?organisation=" + organisation)
                            .at("/items/0"));
            assertThat(stream.lines())
                    .contains(
                            "retry:3000",
                            "event:posting-change",
                            "id:" + entry.get("seq").asText());
        }
    }

    @Test
    void a_reader_that_comes_back_goes_on_after_the_last_entry_that_it_has() throws Exception {
        // Given
        desk.publish();
        long seen = desk.head();
        desk.publish();
        desk.publish();

        // When
        try (var stream = listen("?organisation=" + organisation + "&after=0", String.valueOf(seen))) {
            stream.awaitLine("id:" + (seen + 2));

            // Then
            assertThat(stream.lines())
                    .filteredOn(line -> line.startsWith("id:"))
                    .containsExactly("id:" + (seen + 1), "id:" + (seen + 2));
        }
    }

    @Test
    void a_reader_of_the_whole_log_gets_every_entry_once_and_in_order() throws Exception {
        // Given
        for (int i = 0; i < 120; i++) {
            desk.publish();
        }
        long head = desk.head();

        // When
        try (var stream = listen("", null)) {
            stream.awaitLine("id:" + head);

            // Then
            assertThat(stream.lines())
                    .filteredOn(line -> line.startsWith("id:"))
                    .startsWith(LongStream.rangeClosed(1, head)
                            .mapToObj(seq -> "id:" + seq)
                            .toArray(String[]::new));
        }
    }

    @Test
    void a_stream_in_which_nothing_happens_says_that_it_is_alive() throws Exception {
        // When
        try (var stream = listen("?organisation=nobody&after=" + desk.head(), null)) {

            // Then
            stream.awaitLine(":still here");
            stream.awaitLine(":still here");
        }
    }

    @Test
    void what_is_read_is_no_more_than_what_the_reader_takes() throws Exception {
        // Given
        desk.publish();
        desk.publish();
        desk.publish();
        var reader = new Reader();
        streams.open(new Wanted(0, organisation, 100), aBoard).subscribe().withSubscriber(reader);

        // When
        reader.take(2);

        // Then
        Awaitility.await().until(() -> reader.heard.size() == 2);
        reader.take(1);
        Awaitility.await().until(() -> reader.heard.size() == 3);
        assertThat(reader.heard).hasOnlyElementsOfType(ChangeSignal.Told.class);
        reader.leave();
    }

    @Test
    void one_stream_too_many_is_sent_away_and_a_place_that_is_left_is_given_again() throws Exception {
        // Given
        var all = new ArrayList<Listener>();
        try {
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
                var next = listen("?organisation=nobody&after=" + desk.head(), null);
                all.add(next);
                return next.status() == 503;
            });

            // When
            var refused = asAnyone().get("/postings/changes/stream");
            all.getFirst().close();

            // Then
            refused.then()
                    .statusCode(503)
                    .header("Retry-After", "3")
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:appel:problem:too-many-streams"));
            assertThat(all).hasSizeLessThanOrEqualTo(STREAMS + 1);
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
                var next = listen("?organisation=nobody&after=" + desk.head(), null);
                all.add(next);
                return next.status() == 200;
            });
        } finally {
            for (var each : all) {
                each.close();
            }
        }
    }

    @Test
    void a_reader_who_is_gone_before_the_answer_holds_no_place() throws Exception {
        // Given
        for (int i = 0; i < 3 * STREAMS; i++) {
            try (var socket = new Socket(service.getHost(), service.getPort())) {
                socket.setSoLinger(true, 0);
                socket.getOutputStream()
                        .write(("GET /postings/changes/stream?organisation=nobody&after=" + desk.head()
                                        + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                                .getBytes(StandardCharsets.US_ASCII));
            }
        }

        // When
        Awaitility.await("a place").atMost(Duration.ofSeconds(20)).until(() -> {
            try (var next = listen("?organisation=nobody&after=" + desk.head(), null)) {
                return next.status() == 200;
            }
        });
        streams.open(new Wanted(0, organisation, 100), aBoard);

        // Then
        var all = new ArrayList<Listener>();
        try {
            Awaitility.await("all places").atMost(Duration.ofSeconds(20)).until(() -> {
                all.forEach(Listener::close);
                all.clear();
                for (int i = 0; i < STREAMS; i++) {
                    all.add(listen("?organisation=nobody&after=" + desk.head(), null));
                }
                return all.stream().allMatch(each -> each.status() == 200);
            });
        } finally {
            all.forEach(Listener::close);
        }
    }

    @Test
    void one_client_has_not_all_the_places() {
        // Given
        var readers = new ArrayList<Reader>();
        for (int i = 0; i < 3; i++) {
            var reader = new Reader();
            readers.add(reader);
            streams.open(new Wanted(0, organisation, 100), aBoard).subscribe().withSubscriber(reader);
        }

        // When
        var refused = assertThatThrownBy(() -> streams.open(new Wanted(0, organisation, 100), aBoard));
        readers.getFirst().leave();

        // Then
        refused.isInstanceOf(PostingRefused.class);
        Awaitility.await()
                .untilAsserted(() -> assertThatCode(() -> streams.open(new Wanted(0, organisation, 100), aBoard))
                        .doesNotThrowAnyException());
        readers.forEach(Reader::leave);
    }

    @Test
    void a_place_that_is_none_or_not_there_yet_is_refused_before_the_stream_begins() {
        // When
        var garbled = asAnyone().header("Last-Event-ID", "abc").get("/postings/changes/stream");
        var beyond = asAnyone().get("/postings/changes/stream?after=" + (desk.head() + 1_000_000));

        // Then
        garbled.then().statusCode(400).body("errors[0].pointer", equalTo("/Last-Event-ID"));
        beyond.then().statusCode(410).body("type", equalTo("urn:appel:problem:beyond-the-log"));
    }

    private Listener listen(String query, @org.jspecify.annotations.Nullable String lastEventId)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(service.resolve("/postings/changes/stream" + query))
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return new Listener(client, client.send(request.build(), BodyHandlers.ofInputStream()));
    }

    /** Somebody who reads a stream, line by line. */
    private static final class Listener implements AutoCloseable {

        private final HttpClient client;
        private final HttpResponse<InputStream> answer;
        private final List<String> lines = new ArrayList<>();
        private final LinkedBlockingQueue<String> fresh = new LinkedBlockingQueue<>();

        Listener(HttpClient client, HttpResponse<InputStream> answer) {
            this.client = client;
            this.answer = answer;
            Thread.ofVirtual().start(this::read);
        }

        int status() {
            return answer.statusCode();
        }

        List<String> lines() {
            return lines;
        }

        /** Waits for a line that begins so. */
        String awaitLine(String beginning) throws InterruptedException {
            while (true) {
                var line = fresh.poll(20, TimeUnit.SECONDS);
                if (line == null) {
                    throw new AssertionError("No line began with " + beginning + " among " + lines);
                }
                lines.add(line);
                if (line.replace(": ", ":").startsWith(beginning.replace(": ", ":"))) {
                    return line;
                }
            }
        }

        private void read() {
            try (var reader =
                    new java.io.BufferedReader(new java.io.InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                reader.lines().forEach(fresh::add);
            } catch (IOException | java.io.UncheckedIOException e) {
                fresh.add("end: " + e.getMessage());
            }
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }

    /** Somebody who takes as much as he says. */
    private static final class Reader implements Flow.Subscriber<ChangeSignal> {

        final List<ChangeSignal> heard = java.util.Collections.synchronizedList(new ArrayList<>());
        private volatile Flow.Subscription subscription;

        void take(int number) {
            subscription.request(number);
        }

        void leave() {
            subscription.cancel();
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
        }

        @Override
        public void onNext(ChangeSignal signal) {
            heard.add(signal);
        }

        @Override
        public void onError(Throwable trouble) {
            throw new AssertionError(trouble);
        }

        @Override
        public void onComplete() {}
    }
}
