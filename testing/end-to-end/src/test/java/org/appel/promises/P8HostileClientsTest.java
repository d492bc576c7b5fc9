package org.appel.promises;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.appel.launcher.http.Answer;
import org.appel.launcher.http.Api;
import org.appel.launcher.http.Multipart;
import org.appel.launcher.process.Service;
import org.appel.running.Applicant;
import org.appel.running.Connection;
import org.appel.running.HostileFiles;
import org.appel.running.RunningAppel;
import org.appel.running.Vacancy;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What strangers may send to the public door. The service under test is the packaged one with its small heap, which ends
 * at the first want of memory: that it is still the same process is the proof that it had enough.
 */
@ExtendWith(RunningAppel.class)
class P8HostileClientsTest {

    private static final Duration SLOW_ONES_END_WITHIN = Duration.ofSeconds(30);
    private static final int SLOW_CONNECTIONS = 1_000;
    /** Before the idle time-out of 60 s ends it. */
    private static final Duration SLOW_READERS_END_WITHIN = Duration.ofSeconds(50);

    private static final Duration NOTICEABLE = Duration.ofMillis(100);
    /** What a stranger is told who may send it again, and why. */
    private static final Map<Integer, String> AGAIN = Map.of(408, "upload-timeout", 503, "busy");

    @Test
    void hostile_files_fifty_at_a_time_are_refused_while_everybody_else_is_taken() throws Exception {
        // Given
        var vacancy = Vacancy.open("P8 fichiers hostiles");
        var before = process();
        var files = HostileFiles.all();

        // When
        List<Answer> hostile = new ArrayList<>();
        List<Answer> honest = new ArrayList<>();
        try (var clients = Executors.newFixedThreadPool(58)) {
            var attacks = new ArrayList<Future<Answer>>();
            for (int round = 0; round < 6; round++) {
                files.values().forEach(file -> attacks.add(clients.submit(() -> send(vacancy, file))));
            }
            var others = new ArrayList<Future<Answer>>();
            for (int i = 0; i < 30; i++) {
                var applicant = Applicant.named("Honnête " + i);
                others.add(clients.submit(() -> applicant.insistOn(vacancy)));
            }
            for (var attack : attacks) {
                hostile.add(attack.get());
            }
            for (var other : others) {
                honest.add(other.get());
            }
        }

        // Then
        assertThat(honest).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(hostile).allSatisfy(answer -> assertThat(answer.problem())
                .as(answer.toString())
                .isEqualTo(AGAIN.getOrDefault(answer.status(), "invalid-application")));
        for (var file : files.entrySet()) {
            var answer = insist(vacancy, file.getValue());
            assertThat(answer.status()).as(file.getKey()).isEqualTo(422);
            assertThat(answer.problem()).as(file.getKey()).isEqualTo("invalid-application");
        }
        assertThat(process()).isEqualTo(before);
        assertThat(vacancy.ledger().path("accepted").asInt()).isEqualTo(30);
    }

    @Test
    void an_upload_of_two_gigabytes_is_refused_or_cut_off() throws IOException {
        // Given
        var vacancy = Vacancy.open("P8 deux gigaoctets");
        var before = process();

        // When
        String declared;
        try (var connection = Connection.to(Service.APPLICATIONS)) {
            connection.write(head(vacancy, "Content-Length: " + (2L << 30)));
            declared = connection.firstLine(Duration.ofSeconds(10));
        }
        long written = 0;
        try (var connection = Connection.to(Service.APPLICATIONS)) {
            connection.write(head(vacancy, "Transfer-Encoding: chunked"));
            var chunk = new byte[1 << 20];
            while (written < 2L << 30 && connection.write("100000\r\n") && connection.write(chunk)) {
                connection.write("\r\n");
                written += chunk.length;
            }
        }

        // Then
        assertThat(declared).contains(" 413 ");
        assertThat(written).isLessThan(200L << 20);
        assertThat(process()).isEqualTo(before);
    }

    @Test
    void an_upload_that_never_ends_is_ended() throws Exception {
        // Given
        var vacancy = Vacancy.open("P8 sans fin");

        // When
        String answer;
        try (var connection = Connection.to(Service.APPLICATIONS)) {
            connection.write(head(vacancy, "Content-Length: 1000000"));
            connection.write("--x\r\nContent-Disposition: form-data; name=\"cv\"; filename=\"cv.pdf\"\r\n\r\n");
            answer = connection.firstLine(SLOW_ONES_END_WITHIN);
        }

        // Then
        assertThat(answer).contains(" 408 ");
    }

    @Test
    void a_thousand_connections_that_dribble_their_head_are_closed_and_disturb_nobody() throws Exception {
        // Given
        var vacancy = Vacancy.open("P8 goutte à goutte");
        var undisturbed = times(vacancy, "Tranquille");

        // When
        var slow = new ArrayList<Connection>();
        for (int i = 0; i < SLOW_CONNECTIONS; i++) {
            var connection = Connection.to(Service.APPLICATIONS);
            connection.write("GET /postings/" + UUID.randomUUID() + "/form HTTP/1.1\r\nHost: a\r\nX-Slow: ");
            slow.add(connection);
        }
        var disturbed = times(vacancy, "Dérangée");

        // Then
        int closed = 0;
        long limit = System.nanoTime() + SLOW_ONES_END_WITHIN.toNanos();
        for (var connection : slow) {
            long left = Math.max(1, (limit - System.nanoTime()) / 1_000_000);
            closed += connection.closes(Duration.ofMillis(left)) ? 1 : 0;
            connection.close();
        }
        assertThat(closed).isEqualTo(SLOW_CONNECTIONS);
        assertThat(ninetyNineOfAHundred(disturbed))
                .isLessThan(ninetyNineOfAHundred(undisturbed).multipliedBy(2).plus(NOTICEABLE));
    }

    @Test
    void a_reader_of_a_byte_a_second_is_not_waited_for() throws Exception {
        // Given
        var request = "GET /openapi HTTP/1.1\r\nHost: a\r\n\r\n";
        long limit = System.nanoTime() + SLOW_READERS_END_WITHIN.toNanos();

        // When
        boolean open;
        try (var connection = Connection.to(Service.APPLICATIONS)) {
            // Their answers are more than all buffers on the way take.
            open = connection.write(request.repeat(400));
            while (open && System.nanoTime() < limit) {
                connection.read();
                TimeUnit.SECONDS.sleep(1);
                open = connection.write(request);
            }
        }

        // Then
        assertThat(open).isFalse();
    }

    /** How long each of some honest applications took; all are taken, each at once. */
    private static long[] times(Vacancy vacancy, String name) {
        var times = new long[100];
        for (int i = 0; i < times.length; i++) {
            long begin = System.nanoTime();
            var answer = Applicant.named(name + " " + i).applyTo(vacancy);
            times[i] = System.nanoTime() - begin;
            assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        }
        Arrays.sort(times);
        return times;
    }

    /** Within which 99 of a hundred were done. */
    private static Duration ninetyNineOfAHundred(long[] times) {
        return Duration.ofNanos(times[times.length * 99 / 100 - 1]);
    }

    private static Answer send(Vacancy vacancy, byte[] cv) {
        var unique = UUID.randomUUID();
        var form = new Multipart()
                .json("application", """
                        {"name": "Mallory", "email": "%s@applicant.example", "language": "en",
                         "consent": {"processing": true}}""".formatted(unique))
                .file("cover_letter", "../../../etc/letter.txt", "text/plain", "A letter".getBytes())
                .file("cv", "cv.pdf", "application/pdf", cv);
        return new Api(RunningAppel.appel().service(Service.APPLICATIONS).url(), "")
                .post(
                        "/postings/" + vacancy.id() + "/applications",
                        form,
                        Map.of("Idempotency-Key", "\"" + unique + "\""));
    }

    /** Until there is time to look at it. */
    private static Answer insist(Vacancy vacancy, byte[] cv) throws Exception {
        Callable<Answer> attempt = () -> send(vacancy, cv);
        var answer = attempt.call();
        for (int i = 0; i < 20 && AGAIN.containsKey(answer.status()); i++) {
            answer = attempt.call();
        }
        return answer;
    }

    private static long process() {
        return RunningAppel.appel().service(Service.APPLICATIONS).handle().pid();
    }

    private static String head(Vacancy vacancy, String length) {
        return "POST /postings/" + vacancy.id() + "/applications HTTP/1.1\r\nHost: a\r\nIdempotency-Key: \"k\"\r\n"
                + "Content-Type: multipart/form-data; boundary=x\r\n" + length + "\r\n\r\n";
    }
}
