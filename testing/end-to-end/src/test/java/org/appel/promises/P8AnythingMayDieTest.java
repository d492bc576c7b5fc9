package org.appel.promises;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.appel.launcher.http.Answer;
import org.appel.launcher.local.LocalSystem;
import org.appel.launcher.process.Service;
import org.appel.running.Applicant;
import org.appel.running.Crash;
import org.appel.running.HrList;
import org.appel.running.Mails;
import org.appel.running.Records;
import org.appel.running.RunningAppel;
import org.appel.running.Vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(RunningAppel.class)
class P8AnythingMayDieTest {

    private static final int APPLICATIONS = 200;
    private static final int CLIENTS = 16;

    private final LocalSystem appel = RunningAppel.appel();

    private record Sent(Applicant applicant, Answer answer) {}

    @Test
    void two_hundred_applications_across_the_deadline_while_one_service_after_the_other_is_killed() throws Exception {
        // Given
        var vacancy = Vacancy.open("P8 à travers l’échéance", appel.now().plus(1, ChronoUnit.HOURS));
        var closesAt = vacancy.closesAt();
        var applicants = IntStream.range(0, APPLICATIONS)
                .mapToObj(i -> Applicant.named("Survivante " + i))
                .toList();
        appel.moveClockTo(closesAt.minusSeconds(20));

        // When
        var sent = new ArrayList<Sent>();
        var half = applicants.size() / 2;
        int killsOfTheSender;
        try (var crash = Crash.inTurn(List.of(Service.values()), new Random(8));
                var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var requests = IntStream.range(0, applicants.size())
                    .mapToObj(i -> clients.submit(() -> {
                        awaitTurn(i < half, closesAt);
                        var applicant = applicants.get(i);
                        return new Sent(applicant, applicant.insistOn(vacancy));
                    }))
                    .toList();
            for (var request : requests) {
                sent.add(request.get());
            }
            await().until(crash::hasReachedAll);
            killsOfTheSender = crash.kills(Service.NOTIFICATION);
        }

        // Then
        var accepted = sent.stream().filter(s -> s.answer().status() == 201).toList();
        var refused = sent.stream().filter(s -> s.answer().status() != 201).toList();
        assertThat(accepted).isNotEmpty();
        assertThat(refused).isNotEmpty().allSatisfy(s -> assertThat(s.answer().problem())
                .isEqualTo("deadline-passed"));
        assertThat(accepted).allSatisfy(s -> assertThat(receivedAt(s)).isBefore(closesAt));

        var ids = accepted.stream()
                .map(s -> s.answer().json().path("id").asText())
                .toList();
        assertThat(HrList.of(vacancy).ids()).containsExactlyInAnyOrderElementsOf(ids);

        await().atMost(Duration.ofSeconds(120)).untilAsserted(() -> {
            var arrived = Mails.now();
            assertThat(accepted)
                    .allSatisfy(s -> assertThat(arrived.of(s.applicant())).isNotEmpty());
        });
        var mails = Mails.now();
        assertThat(accepted)
                .allSatisfy(s -> assertThat(Mails.ids(mails.of(s.applicant()))).hasSize(1));
        int copies =
                accepted.stream().mapToInt(s -> mails.of(s.applicant()).size()).sum() - accepted.size();
        assertThat(copies).isLessThanOrEqualTo(killsOfTheSender);
        assertThat(refused).allSatisfy(s -> assertThat(mails.of(s.applicant())).isEmpty());

        await().untilAsserted(() -> {
            var ledger = vacancy.ledger();
            assertThat(ledger.path("accepted").asInt()).isEqualTo(accepted.size());
            assertThat(ledger.path("refused").path("deadline-passed").asInt()).isGreaterThanOrEqualTo(refused.size());
            assertThat(ledger.path("acknowledgements").path("sent").asInt()).isEqualTo(accepted.size());
            assertThat(ledger.path("balanced").asBoolean()).isTrue();
        });
        await().untilAsserted(() -> assertThat(intakeClosed(vacancy)).containsExactly(accepted.size()));
    }

    @Test
    void the_broker_goes_and_comes_back_and_applications_go_on_meanwhile() throws Exception {
        // Given
        var vacancy = Vacancy.open("P8 sans Kafka");
        var applicants = IntStream.range(0, 15)
                .mapToObj(i -> Applicant.named("Sans Kafka " + i))
                .toList();
        appel.broker().stop();

        // When
        var answers = new ArrayList<Answer>();
        for (var applicant : applicants) {
            answers.add(applicant.applyTo(vacancy));
        }
        appel.broker().start();

        // Then
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
            var mails = Mails.now();
            assertThat(applicants).allSatisfy(a -> assertThat(mails.of(a)).hasSize(1));
        });
    }

    /** The first half is sent at once; the second around and after the deadline. */
    private void awaitTurn(boolean early, Instant closesAt) throws InterruptedException {
        while (!early && appel.now().isBefore(closesAt.minusMillis(1_500))) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static Instant receivedAt(Sent sent) {
        return java.time.OffsetDateTime.parse(
                        sent.answer().json().path("receivedAt").asText())
                .toInstant();
    }

    private static List<Integer> intakeClosed(Vacancy vacancy) {
        return Records.events("applications", "IntakeClosed").stream()
                .filter(event -> event.path("postingId").asText().equals(vacancy.id()))
                .map(event -> event.path("applications").asInt())
                .distinct()
                .toList();
    }
}
