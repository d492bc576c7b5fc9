package org.appel.applications.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

import io.quarkus.test.junit.QuarkusTest;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.appel.applications.Client;
import org.appel.applications.Form;
import org.appel.inspection.CandidateFiles;
import org.appel.testing.Infrastructure;
import org.appel.testing.RealInfrastructure;

import static org.appel.applications.PostingFixture.anOpenPosting;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RealInfrastructure
class HostileRequestTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "no form at all",
                "--x\r\nno headers\r\n\r\nno end",
                "--x\r\nContent-Disposition: form-data\r\n\r\nno name\r\n--x--\r\n",
                "--x\r\nContent-Disposition: form-data; name=\"cv\"; filename=\"a\"\r\n\r\nno end",
                ""
            })
    void a_broken_form_is_the_clients_fault(String body) throws IOException {
        // Given
        var posting = Client.open(anOpenPosting());

        // When
        var answer = sent(posting, "multipart/form-data; boundary=x", body);

        // Then
        assertThat(answer).containsPattern("^HTTP/1.1 4(00|22) ").contains("application/problem+json");
    }

    @Test
    void a_form_without_a_boundary_is_the_clients_fault() throws IOException {
        // Given
        var posting = Client.open(anOpenPosting());

        // When
        var answer = sent(posting, "multipart/form-data", "--x\r\n\r\n--x--\r\n");

        // Then
        assertThat(answer).containsPattern("^HTTP/1.1 4\\d\\d ");
    }

    @Test
    void a_form_of_thousands_of_parts_is_refused() {
        // Given
        var posting = Client.open(anOpenPosting());
        var form = Form.of("Amina", "amina@example.org");
        for (int i = 0; i < 2000; i++) {
            form.part("other", null, "text/plain", "x".getBytes(StandardCharsets.US_ASCII));
        }

        // When
        var answer = Client.apply(posting, form);

        // Then
        assertThat(answer.status()).as(answer.toString()).isIn(400, 413, 422);
    }

    @Test
    void nothing_of_an_upload_stays_where_uploads_are_looked_at() {
        // Given
        var posting = Client.open(anOpenPosting().protectingCandidates());
        var seen = new ConcurrentSkipListSet<String>();

        // When
        try (var watcher = Executors.newSingleThreadExecutor()) {
            var ended = new AtomicBoolean();
            watcher.execute(() -> {
                while (!ended.get()) {
                    seen.addAll(files());
                }
            });
            Client.apply(posting, Form.of("A", "a@example.org").document("cv", "cv.pdf", CandidateFiles.pdf("A")));
            Client.apply(posting, Form.of("A", "a@example.org").document("cv", "cv.pdf", CandidateFiles.html()));
            ended.set(true);
        }

        // Then
        assertThat(seen).anyMatch(file -> file.startsWith("uploads/")).anyMatch(file -> file.startsWith("upload-"));
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(files())
                .containsExactly("in-use"));
    }

    @Test
    void while_the_database_is_away_callers_are_told_to_come_again_and_then_are_served() {
        // Given
        var posting = Client.open(anOpenPosting());
        var form = Form.of("Amina", "amina@example.org");
        Infrastructure.crashDatabase();

        // When
        var away = Client.apply(posting, form, "\"again\"");
        Infrastructure.startDatabase();

        // Then
        assertThat(away.status()).as(away.toString()).isEqualTo(503);
        assertThat(away.header("Retry-After")).isEqualTo("1");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Client.apply(posting, form, "\"again\"").status() == 201);
    }

    /** All below the service's directory for them, by their paths. */
    private static Set<String> files() {
        var room = ConfigProvider.getConfig().getValue("appel.working-directory", Path.class);
        var found = new HashSet<String>();
        try {
            Files.walkFileTree(room, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    found.add(room.relativize(file).toString());
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path gone, IOException e) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static String sent(UUID posting, String contentType, String body) throws IOException {
        try (var socket = new Socket("localhost", Client.uri("/").getPort())) {
            socket.getOutputStream().write("""
                    POST /postings/%s/applications HTTP/1.1\r
                    Host: localhost\r
                    Connection: close\r
                    Idempotency-Key: "broken"\r
                    Content-Type: %s\r
                    Content-Length: %d\r
                    \r
                    %s""".formatted(posting, contentType, body.length(), body)
                    .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
