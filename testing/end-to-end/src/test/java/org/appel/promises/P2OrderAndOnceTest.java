package org.appel.promises;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.appel.running.Applicant;
import org.appel.running.Mails;
import org.appel.running.Records;
import org.appel.running.RunningAppel;
import org.appel.running.Vacancy;
import org.appel.testing.Topics;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(RunningAppel.class)
class P2OrderAndOnceTest {

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
    void every_event_delivered_twice_more_changes_nothing_and_sends_no_mail() throws InterruptedException {
        // Given
        var vacancy = Vacancy.open("P2 encore");
        var applicants = IntStream.range(0, 5)
                .mapToObj(i -> Applicant.named("Encore Dupond " + i))
                .toList();
        for (var applicant : applicants) {
            assertThat(applicant.insistOn(vacancy).status()).isEqualTo(201);
        }
        applicants.forEach(applicant -> Awaitility.await()
                .untilAsserted(() -> assertThat(Mails.to(applicant)).hasSize(1)));
        Records.awaitAllRead();
        var ledger = vacancy.ledger();

        // When
        for (int time = 0; time < 2; time++) {
            for (var topic : Records.TOPICS) {
                Records.sendAgain(Records.of(topic));
            }
        }
        Records.awaitAllRead();
        var marker = Applicant.named("Après Martin");
        marker.insistOn(vacancy);
        Awaitility.await().untilAsserted(() -> assertThat(Mails.to(marker)).hasSize(1));

        // Then
        applicants.forEach(applicant -> assertThat(Mails.to(applicant)).hasSize(1));
        assertThat(vacancy.ledger().path("accepted").asInt())
                .isEqualTo(ledger.path("accepted").asInt() + 1);
        assertThat(vacancy.ledger().path("arrived").asInt())
                .isEqualTo(ledger.path("arrived").asInt() + 1);
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
