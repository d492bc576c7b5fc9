package org.appel.promises;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.appel.launcher.process.Service;
import org.appel.running.Applicant;
import org.appel.running.Crash;
import org.appel.running.HrList;
import org.appel.running.MailClient;
import org.appel.running.Mails;
import org.appel.running.RunningAppel;
import org.appel.running.Vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(RunningAppel.class)
class P5EveryoneIsAnsweredTest {

    private static final int PEOPLE = 500;
    private static final int CLIENTS = 12;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Test
    void with_the_mail_server_down_everyone_is_answered_once_when_it_is_back_and_the_ledger_agrees() throws Exception {
        // Given
        var vacancy = Vacancy.open("P5 tout le monde");
        var applicants = IntStream.range(0, 20)
                .mapToObj(i -> Applicant.named("Réponse Due " + i).writing(i % 2 == 0 ? "fr" : "en"))
                .toList();
        RunningAppel.appel().mail().stop();

        // When
        for (var applicant : applicants) {
            assertThat(applicant.insistOn(vacancy).status()).isEqualTo(201);
        }
        var before = vacancy.ledger();
        RunningAppel.appel().mail().start();

        // Then
        assertThat(before.path("acknowledgements").path("pending").asInt()).isEqualTo(20);
        for (var applicant : applicants) {
            await().untilAsserted(() -> assertThat(Mails.to(applicant)).hasSize(1));
            assertThat(Mails.to(applicant).getFirst().headers()).containsKey("Auto-Submitted");
            assertThat(Mails.to(applicant).getFirst().text()).contains("P5 tout le monde");
        }
        await().untilAsserted(() -> {
            var ledger = vacancy.ledger();
            assertThat(ledger.path("accepted").asInt()).isEqualTo(20);
            assertThat(ledger.path("acknowledgements").path("owed").asInt()).isEqualTo(20);
            assertThat(ledger.path("acknowledgements").path("sent").asInt()).isEqualTo(20);
            assertThat(ledger.path("acknowledgements").path("pending").asInt()).isZero();
            assertThat(ledger.path("balanced").asBoolean()).isTrue();
        });
    }

    @Test
    void one_who_applies_twice_is_told_of_both_and_has_one_application() throws InterruptedException {
        // Given
        var vacancy = Vacancy.open("P5 deux fois");
        var applicant = Applicant.named("Deux Fois");

        // When
        var first = applicant.insistOn(vacancy);
        var second = applicant.again().insistOn(vacancy);

        // Then
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().path("updated").asBoolean()).isTrue();
        assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
        await().untilAsserted(() -> assertThat(Mails.ids(Mails.to(applicant))).hasSize(2));
        var ledger = vacancy.ledger();
        assertThat(ledger.path("accepted").asInt()).isEqualTo(1);
        assertThat(ledger.path("updated").asInt()).isEqualTo(1);
    }

    @Test
    void five_hundred_mails_and_five_hundred_requests_a_tenth_of_them_twice_while_services_are_killed()
            throws Exception {
        // Given
        var subject = "Chargé·e de mission, Grande affluence "
                + UUID.randomUUID().toString().substring(0, 8);
        var vacancy = Vacancy.openForMail("P5 grande affluence", subject);
        var byMail = people("Par Courriel");
        var byApi = people("Par Formulaire");

        // When
        int kills;
        try (var crash = Crash.inTurn(List.of(Service.values()), new Random(5));
                var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var sent = new ArrayList<Future<?>>();
            for (int i = 0; i < PEOPLE; i++) {
                var mailing = byMail.get(i);
                var applying = byApi.get(i);
                int times = i % 10 == 0 ? 2 : 1;
                sent.add(clients.submit(() -> mailTimes(times, mailing, subject)));
                sent.add(clients.submit(() -> applyTimes(times, applying, vacancy)));
            }
            for (var each : sent) {
                each.get();
            }
            await().until(crash::hasReachedAll);
            kills = crash.kills(Service.NOTIFICATION);
        }
        await().atMost(PATIENCE).until(() -> MailClient.inFolder("INBOX") == 0);

        // Then
        var everyone = Stream.concat(byMail.stream(), byApi.stream()).toList();
        await().atMost(PATIENCE).untilAsserted(() -> {
            var ledger = vacancy.ledger();
            assertThat(ledger.path("accepted").asInt()).isEqualTo(everyone.size());
            assertThat(ledger.path("duplicate").asInt()).isGreaterThanOrEqualTo(PEOPLE / 10 * 2);
            assertThat(ledger.path("updated").asInt()).isZero();
            assertThat(ledger.path("unsorted").asInt()).isZero();
            assertThat(ledger.path("acknowledgements").path("sent").asInt()).isEqualTo(everyone.size());
            assertThat(ledger.path("balanced").asBoolean()).isTrue();
        });
        var inList = HrList.of(vacancy).items().stream()
                .map(item -> item.path("email").asText())
                .toList();
        assertThat(inList)
                .containsExactlyInAnyOrderElementsOf(
                        everyone.stream().map(Applicant::email).toList());
        var mails = Mails.now();
        assertThat(everyone).allSatisfy(person -> assertThat(Mails.ids(mails.of(person)))
                .as("answers to " + person.name())
                .hasSize(1));
        int copies =
                everyone.stream().mapToInt(person -> mails.of(person).size()).sum() - everyone.size();
        assertThat(copies).isLessThanOrEqualTo(kills);
    }

    private static List<Applicant> people(String name) {
        return IntStream.range(0, PEOPLE)
                .mapToObj(i -> Applicant.named(name + " " + i))
                .toList();
    }

    private static Void mailTimes(int times, Applicant applicant, String subject) throws MessagingException {
        var mail = MailClient.application(applicant, subject);
        for (int i = 0; i < times; i++) {
            MailClient.send(mail);
        }
        return null;
    }

    private static Void applyTimes(int times, Applicant applicant, Vacancy vacancy) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            assertThat(applicant.insistOn(vacancy).status()).isEqualTo(201);
        }
        return null;
    }
}
