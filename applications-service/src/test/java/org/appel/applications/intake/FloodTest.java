package org.appel.applications.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.appel.applications.Candidate;
import org.appel.applications.Client;
import org.appel.applications.Form;
import org.appel.applications.config.IntakeConfig;
import org.appel.applications.model.Content;
import org.appel.inspection.CandidateFiles;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;

import static org.appel.applications.PostingFixture.anOpenPosting;
import static org.assertj.core.api.Assertions.assertThat;

/** As many are in work, and in line, as may be. */
@QuarkusTest
@RealInfrastructure
class FloodTest {
    private static final Parts A_DOCUMENT =
            new Parts(List.of(), List.of(new Parts.Part("cv", "cv.txt", 1, Content.of(new byte[1]), null)));

    @Inject
    WorkGate gate;

    @Inject
    IntakeConfig config;

    private final CountDownLatch ebb = new CountDownLatch(1);
    private @Nullable ExecutorService others;
    private UUID posting;
    private Candidate candidate;

    @BeforeEach
    void open() {
        posting = Client.open(anOpenPosting());
        candidate = Candidate.applied(posting, Form.of("Before", "before@example.org"));
    }

    @AfterEach
    void end() {
        ebb.countDown();
        if (others != null) {
            others.close();
        }
    }

    @Test
    void who_comes_now_is_asked_to_come_again_which_is_no_arrival_and_then_is_taken() {
        // Given
        flood();
        var form = Form.of("Amina", "amina@example.org").document("cv", "cv.pdf", CandidateFiles.pdf("Amina"));

        // When
        var answer = Client.apply(posting, form);

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.json().path("type").asText()).isEqualTo("urn:appel:problem:busy");
        assertThat(answer.header("Retry-After")).isNotBlank();
        assertThat(ledger()).contains("\"arrived\":1").contains("\"refused\":{}");

        ebb.countDown();
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(Client.apply(posting, form).status()).isEqualTo(201));
    }

    @Test
    void a_front_end_of_an_origin_that_is_named_can_read_that_it_is_to_come_again() {
        // Given
        flood();
        var form = Form.of("Amina", "amina@example.org");
        var path = "/postings/" + posting + "/applications";

        // When
        var answer = Client.request("POST", path, form.contentType(), form.bytes(), "Origin", "https://hr.example");

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://hr.example");
        assertThat(answer.header("Access-Control-Expose-Headers")).contains("Retry-After");
    }

    @Test
    void nobody_has_to_send_a_whole_upload_to_be_told() throws IOException {
        // Given
        flood();

        // When
        String answer;
        try (var socket = sendingSlowly("early")) {
            socket.setSoTimeout(10_000);
            answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }

        // Then
        assertThat(answer).startsWith("HTTP/1.1 503 ");
    }

    @Test
    void who_begins_to_send_holds_a_place_in_line() {
        // Given: room for one more
        line(config.waiting() - 1);

        // Then
        Awaitility.await().until(() -> {
            try (var first = sendingSlowly("first");
                    var second = sendingSlowly("second")) {
                return first.isConnected() && isTurnedAway(second);
            }
        });
    }

    @Test
    void those_who_send_slowly_keep_nobody_out() throws IOException {
        // Given: every turn is taken, nobody waits, and as many send slowly as may wait
        line(0);
        var slow = new ArrayList<Socket>();
        try {
            for (int i = 0; i < config.waiting(); i++) {
                slow.add(sendingSlowly("slow-" + i));
            }

            // Then: there is room for all who may wait, and those who came last are still sending
            Awaitility.await().until(() -> freePlaces() == config.waiting());
            assertThat(slow.getLast().getInputStream().available()).isZero();
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void so_is_who_replaces_a_document() {
        // Given
        flood();

        // When
        var answer = Client.request(
                "PUT",
                candidate.path() + "/documents/cv",
                "application/pdf",
                CandidateFiles.pdf("Newer"),
                Candidate.HEADER,
                candidate.token());

        // Then
        assertThat(answer.status()).as(answer.toString()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotBlank();
        assertThat(candidate.get("").json().path("revision").asInt()).isEqualTo(1);
    }

    @Test
    void who_sends_no_documents_goes_on() {
        // Given
        flood();

        // When
        var answer = candidate.post("/withdrawal");

        // Then
        assertThat(answer.status()).as(answer.toString()).isLessThan(300);
    }

    private void flood() {
        line(config.waiting());
        Awaitility.await().until(this::isFull);
    }

    /** Every turn is taken, and so many wait. */
    private void line(int waiting) {
        others = Executors.newVirtualThreadPerTaskExecutor();
        var inWork = new CountDownLatch(config.inWork());
        for (int i = 0; i < config.inWork() + waiting; i++) {
            others.submit(() -> {
                try (var _ = gate.enter(A_DOCUMENT)) {
                    inWork.countDown();
                    ebb.await();
                }
                return null;
            });
        }
        Awaitility.await().until(() -> inWork.getCount() == 0);
    }

    private boolean isFull() {
        return freePlaces() == 0;
    }

    private int freePlaces() {
        var places = new ArrayList<WorkGate.Expected>();
        for (var place = gate.expect(); place.isPresent(); place = gate.expect()) {
            places.add(place.get());
        }
        places.forEach(WorkGate.Expected::release);
        return places.size();
    }

    /** One whose head has come, and whose body does not. */
    private Socket sendingSlowly(String key) throws IOException {
        var socket = new Socket("localhost", Client.uri("/").getPort());
        socket.getOutputStream().write(head(key).getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static boolean isTurnedAway(Socket socket) throws IOException {
        socket.setSoTimeout(200);
        try {
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return answer != null && answer.startsWith("HTTP/1.1 503 ");
        } catch (SocketTimeoutException letIn) {
            return false;
        }
    }

    private String head(String key) {
        return """
                POST /postings/%s/applications HTTP/1.1\r
                Host: localhost\r
                Idempotency-Key: "%s"\r
                Content-Type: multipart/form-data; boundary=x\r
                Content-Length: 1000000\r
                \r
                --x""".formatted(posting, key);
    }

    private String ledger() {
        return Client.get("/postings/" + posting + "/ledger", Tokens.hr("omct")).text();
    }
}
