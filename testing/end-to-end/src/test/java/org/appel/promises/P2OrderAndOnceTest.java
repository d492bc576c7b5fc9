package org.appel.promises;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.appel.launcher.http.Api;
import org.appel.launcher.process.Service;
import org.appel.running.Applicant;
import org.appel.running.Dump;
import org.appel.running.MailClient;
import org.appel.running.Mails;
import org.appel.running.Records;
import org.appel.running.RunningAppel;
import org.appel.running.Vacancy;
import org.appel.testing.Topics;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(RunningAppel.class)
class P2OrderAndOnceTest {

    private static final Pattern LINK = Pattern.compile("/my/applications/([0-9a-f-]{36})\\?token=([\\w.~-]+)");

    @Test
    void the_events_of_each_posting_arrive_in_the_order_of_its_versions() throws Exception {
        // Given
        var vacancies = IntStream.range(0, 8)
                .mapToObj(i -> Vacancy.open("P2 ordre " + i))
                .toList();

        // When
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var authors = vacancies.stream()
                    .map(vacancy -> threads.submit(amendTenTimes(vacancy)))
                    .toList();
            for (var author : authors) {
                author.get();
            }
        }

        // Then
        for (var vacancy : vacancies) {
            Awaitility.await().untilAsserted(() -> assertThat(versions(vacancy))
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, 11).boxed().toList()));
        }
    }

    @Test
    void every_event_three_times_more_in_any_order_leaves_every_row_and_every_mailbox_as_they_were() throws Exception {
        // Given
        var subject = "Encore une fois " + UUID.randomUUID().toString().substring(0, 8);
        var vacancy = Vacancy.openForMail("P2 encore", subject);
        var applicants = IntStream.range(0, 6)
                .mapToObj(i -> Applicant.named("Encore Dupond " + i))
                .toList();
        for (var applicant : applicants.subList(0, 4)) {
            assertThat(applicant.insistOn(vacancy).status()).isEqualTo(201);
        }
        for (var applicant : applicants.subList(4, 6)) {
            MailClient.send(MailClient.application(applicant, subject));
        }
        MailClient.send(MailClient.application(Applicant.named("Sans Objet"), "Candidature"));
        applicants.forEach(applicant -> Awaitility.await()
                .untilAsserted(() -> assertThat(Mails.to(applicant)).hasSize(1)));
        withdraw(applicants.getFirst());
        Awaitility.await().until(() -> Mails.to(applicants.getFirst()).size() == 2);
        assertThat(applicants.get(1).again().insistOn(vacancy).status()).isEqualTo(200);
        Awaitility.await().until(() -> Mails.to(applicants.get(1)).size() == 2);
        Records.awaitAllRead();
        var before = Dump.now();
        assertThat(before.rows().get("notifications.notification")).isNotEmpty();

        // When
        Records.sendEverythingAgain(3, new Random(10));
        Records.awaitAllRead();

        // Then
        assertThat(Dump.now()).isEqualTo(before);
        var marker = Applicant.named("Après Martin");
        marker.insistOn(vacancy);
        Awaitility.await().untilAsserted(() -> assertThat(Mails.to(marker)).hasSize(1));
        applicants.stream().skip(2).forEach(applicant -> assertThat(Mails.to(applicant))
                .hasSize(1));
        assertThat(vacancy.ledger().path("balanced").asBoolean()).isTrue();
    }

    private static void withdraw(Applicant applicant) {
        var link = LINK.matcher(Mails.to(applicant).getFirst().text());
        assertThat(link.find()).isTrue();
        new Api(RunningAppel.appel().service(Service.APPLICATIONS).url(), "")
                .post(
                        "/my/applications/" + link.group(1) + "/withdrawal",
                        JsonNodeFactory.instance.objectNode(),
                        Map.of("X-Candidate-Token", link.group(2)))
                .orThrow("withdrawing");
    }

    private static Callable<Void> amendTenTimes(Vacancy vacancy) {
        return () -> {
            for (int i = 1; i <= 10; i++) {
                vacancy.amend(vacancy.title() + ", version " + i).orThrow("amending");
            }
            return null;
        };
    }

    /** First seen: a relay that was interrupted may send an event twice. */
    private static List<Integer> versions(Vacancy vacancy) {
        return Records.of("postings").stream()
                .filter(r -> r.key().equals(vacancy.id()))
                .filter(r -> Topics.type(r).startsWith("org.appel.Posting"))
                .map(r -> Records.data(r).path("version").asInt())
                .distinct()
                .toList();
    }
}
