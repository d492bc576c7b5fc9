package org.appel.promises;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.appel.launcher.local.LocalSystem;
import org.appel.launcher.process.Service;
import org.appel.running.Applicant;
import org.appel.running.Records;
import org.appel.running.RunningAppel;
import org.appel.running.Vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(RunningAppel.class)
class P4TheDeadlineIsExactTest {

    private final LocalSystem appel = RunningAppel.appel();

    @Test
    void what_arrives_in_the_last_second_is_taken_even_if_its_files_come_later_and_what_arrives_after_it_is_refused()
            throws Exception {
        // Given
        var vacancy = Vacancy.open("P4 dernière seconde", inAnHour());
        var closesAt = vacancy.closesAt();
        var early = Applicant.named("Juste Temps");
        var late = Applicant.named("Trop Tard");

        // When
        appel.moveClockTo(closesAt.minusSeconds(4));
        String answer;
        try (var upload = new SlowUpload(early, vacancy)) {
            upload.sendHeaders();
            await().until(() -> !appel.now().isBefore(closesAt.plusMillis(200)));
            answer = upload.sendBody();
        }
        var refused = late.applyTo(vacancy);

        // Then
        assertThat(answer).startsWith("HTTP/1.1 201");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("deadline-passed");
        assertThat(Instant.parse(instant(refused.json().path("closesAt").asText())))
                .isEqualTo(closesAt);
        assertThat(Instant.parse(instant(refused.json().path("receivedAt").asText())))
                .isAfterOrEqualTo(closesAt);
        await().untilAsserted(
                        () -> assertThat(intakeClosed(vacancy)).singleElement().satisfies(event -> {
                            assertThat(event.path("applications").asInt()).isEqualTo(1);
                            assertThat(event.path("counts").path("accepted").asInt())
                                    .isEqualTo(1);
                        }));
    }

    @Test
    void two_replicas_close_each_of_many_postings_once_and_none_that_was_extended_in_time() {
        // Given
        var due = inAnHour();
        var vacancies = IntStream.range(0, 40)
                .mapToObj(i -> Vacancy.open("P4 à la fois " + i, due))
                .toList();
        var extended = vacancies.subList(0, 10);
        var replica = appel.replica(Service.POSTINGS);
        try {
            replica.start();
            replica.awaitReady();

            // When
            extended.forEach(
                    vacancy -> vacancy.extendTo(due.plus(2, ChronoUnit.HOURS)).orThrow("extending"));
            appel.moveClockTo(vacancies.getLast().closesAt());
            var closing = vacancies.subList(10, 40);
            await().untilAsserted(() -> assertThat(deadlinesPassed(vacancies).keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            closing.stream().map(Vacancy::id).toList()));
            appel.moveClockTo(extended.getLast().closesAt());
            await().untilAsserted(() -> assertThat(deadlinesPassed(vacancies)).hasSize(40));
        } finally {
            replica.stop();
        }

        // Then
        var versions = deadlinesPassed(vacancies);
        assertThat(versions.values()).allSatisfy(told -> assertThat(told).hasSize(1));
        extended.forEach(vacancy -> assertThat(versions.get(vacancy.id())).containsExactly(2));
    }

    @Test
    void a_deadline_that_passed_while_the_service_was_away_is_told_once_when_it_is_back() {
        // Given
        var vacancy = Vacancy.open("P4 pendant la panne", inAnHour());
        var closesAt = vacancy.closesAt();
        var postings = appel.service(Service.POSTINGS);
        postings.stop();

        // When
        appel.moveDatabaseClocksTo(closesAt.plus(3, ChronoUnit.DAYS));
        postings.start();
        postings.awaitReady();

        // Then
        await().untilAsserted(() ->
                assertThat(deadlinesPassed(List.of(vacancy)).get(vacancy.id())).containsExactly(1));
        assertThat(vacancy.get().json().path("state").asText()).isEqualTo("closed");
        assertThat(Applicant.named("Trois Jours Après").applyTo(vacancy).problem())
                .isEqualTo("deadline-passed");
    }

    @Test
    void a_closed_posting_that_is_reopened_takes_applications_again_and_passes_its_new_deadline_once() {
        // Given
        var vacancy = Vacancy.open("P4 rouverte", inAnHour());
        appel.moveClockTo(vacancy.closesAt());
        await().until(() -> vacancy.get().json().path("state").asText().equals("closed"));

        // When
        vacancy.extendTo(inAnHour()).orThrow("reopening");
        var applicant = Applicant.named("Deuxième Chance");
        await().until(() -> applicant.applyTo(vacancy).status() == 201);
        appel.moveClockTo(vacancy.closesAt());

        // Then
        await().untilAsserted(() ->
                assertThat(deadlinesPassed(List.of(vacancy)).get(vacancy.id())).containsExactly(1, 2));
    }

    private Instant inAnHour() {
        return appel.now().plus(1, ChronoUnit.HOURS);
    }

    /** The deadline versions that were told, by posting; each event once, however often it was delivered. */
    private static Map<String, List<Integer>> deadlinesPassed(List<Vacancy> vacancies) {
        var ids = vacancies.stream().map(Vacancy::id).toList();
        return Records.of("postings").stream()
                .filter(r -> ids.contains(r.key())
                        && org.appel.testing.Topics.type(r).contains("DeadlinePassed"))
                .collect(Collectors.toMap(r -> org.appel.testing.Topics.header(r, "ce_id"), r -> r, (one, same) -> one))
                .values()
                .stream()
                .map(Records::data)
                .sorted(java.util.Comparator.comparing(
                        e -> e.path("deadlineVersion").asInt()))
                .collect(Collectors.groupingBy(
                        e -> e.path("postingId").asText(),
                        Collectors.mapping(e -> e.path("deadlineVersion").asInt(), Collectors.toList())));
    }

    private static List<com.fasterxml.jackson.databind.JsonNode> intakeClosed(Vacancy vacancy) {
        return Records.events("applications", "IntakeClosed").stream()
                .filter(event -> event.path("postingId").asText().equals(vacancy.id()))
                .toList();
    }

    private static String instant(String time) {
        return java.time.OffsetDateTime.parse(time).toInstant().toString();
    }

    /** An application whose headers go out long before its body. */
    private static final class SlowUpload implements AutoCloseable {

        private static final String BOUNDARY = "slow-boundary";

        private final Socket socket;
        private final String head;
        private final byte[] body;

        SlowUpload(Applicant applicant, Vacancy vacancy) throws IOException {
            var url = RunningAppel.appel().service(Service.APPLICATIONS).url();
            socket = new Socket(url.getHost(), url.getPort());
            socket.setSoTimeout(30_000);
            body = form(applicant).getBytes(StandardCharsets.UTF_8);
            head = """
                    POST /postings/%s/applications HTTP/1.1
                    Host: %s
                    Idempotency-Key: "%s"
                    Content-Type: multipart/form-data; boundary=%s
                    Content-Length: %d
                    Connection: close

                    """.formatted(vacancy.id(), url.getAuthority(), UUID.randomUUID(), BOUNDARY, body.length)
                    .replace("\n", "\r\n");
        }

        void sendHeaders() throws IOException {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        }

        String sendBody() throws IOException {
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }

        private static String form(Applicant applicant) {
            var person =
                    "{\"name\": \"%s\", \"email\": \"%s\", \"language\": \"fr\", \"consent\": {\"processing\": true}}"
                            .formatted(applicant.name(), applicant.email());
            return part("name=\"application\"", "application/json", person)
                    + part("name=\"cover_letter\"; filename=\"l.txt\"", "text/plain", applicant.letter())
                    + part("name=\"cv\"; filename=\"cv.txt\"", "text/plain", applicant.cv())
                    + "--" + BOUNDARY + "--\r\n";
        }

        private static String part(String disposition, String type, String content) {
            return "--%s\r\nContent-Disposition: form-data; %s\r\nContent-Type: %s\r\n\r\n%s\r\n"
                    .formatted(BOUNDARY, disposition, type, content);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
