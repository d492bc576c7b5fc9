package org.appel.applications.intake;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.appel.applications.Candidate;
import org.appel.applications.Client;
import org.appel.applications.Form;
import org.appel.testing.RealInfrastructure;
import org.appel.testing.Tokens;

import static org.appel.applications.PostingFixture.anOpenPosting;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RealInfrastructure
class UploadLimitTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"/postings/%s/applications", "/postings/%s;by=hand/applications", "/postings/%s/applications;x"})
    void a_request_that_never_ends_is_ended_however_its_path_is_written(String path) throws IOException {
        // Given
        var posting = Client.open(anOpenPosting());

        // When
        String answer;
        try (var socket = begin(path.formatted(posting), 1000, "multipart/form-data; boundary=x")) {
            socket.getOutputStream()
                    .write("--x\r\nContent-Disposition: form-data; name=\"cv\"; filename=\"a\"\r\n\r\nabc"
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }

        // Then
        assertThat(answer).startsWith("HTTP/1.1 408 ").contains("urn:appel:problem:upload-timeout");
        awaitRefused(posting, "{\"upload-timeout\":1}");
    }

    @Test
    void a_document_that_is_sent_later_and_never_ends_is_ended_as_well() throws IOException {
        // Given
        var candidate = Candidate.applied(Client.open(anOpenPosting()), Form.of("Amina", "amina@example.org"));

        // When
        String answer;
        try (var socket = new Socket("localhost", Client.uri("/").getPort())) {
            socket.getOutputStream().write("""
                    PUT %s/documents/cv HTTP/1.1\r
                    Host: localhost\r
                    %s: %s\r
                    Content-Type: application/pdf\r
                    Content-Length: 1000\r
                    \r
                    %%PDF""".formatted(candidate.path(), Candidate.HEADER, candidate.token())
                    .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }

        // Then
        assertThat(answer).startsWith("HTTP/1.1 408 ").contains("urn:appel:problem:upload-timeout");
        assertThat(candidate.get("").json().path("revision").asInt()).isEqualTo(1);
    }

    @Test
    void a_request_that_says_it_is_too_large_is_refused_before_it_is_read() throws IOException {
        // Given
        var posting = Client.open(anOpenPosting());

        // When
        String answer;
        try (var socket = begin(posting, 100_000_000, "multipart/form-data; boundary=x")) {
            answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }

        // Then
        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("urn:appel:problem:too-large");
        awaitRefused(posting, "{\"too-large\":1}");
    }

    @Test
    void an_upload_that_is_broken_off_is_noted() throws IOException {
        // Given
        var posting = Client.open(anOpenPosting());

        // When
        try (var socket = begin(posting, 1000, "multipart/form-data; boundary=x")) {
            socket.getOutputStream().write("--x\r\n".getBytes(StandardCharsets.US_ASCII));
        }

        // Then
        awaitRefused(posting, "{\"upload-aborted\":1}");
    }

    @Test
    void a_request_of_another_media_type_is_noted() {
        // Given
        var posting = Client.open(anOpenPosting());

        // When
        var answer = Client.post("/postings/" + posting + "/applications", null, "{}");

        // Then
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        awaitRefused(posting, "{\"unsupported-media-type\":1}");
    }

    private static Socket begin(UUID posting, int length, String contentType) throws IOException {
        return begin("/postings/" + posting + "/applications", length, contentType);
    }

    private static Socket begin(String path, int length, String contentType) throws IOException {
        var socket = new Socket("localhost", Client.uri("/").getPort());
        socket.getOutputStream().write("""
                POST %s HTTP/1.1\r
                Host: localhost\r
                Idempotency-Key: "slow"\r
                Content-Type: %s\r
                Content-Length: %d\r
                \r
                """.formatted(path, contentType, length).getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static void awaitRefused(UUID posting, String expected) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        Client.get("/postings/" + posting + "/ledger", Tokens.hr("omct"))
                                .json()
                                .path("refused")
                                .toString())
                .isEqualTo(expected));
    }
}
