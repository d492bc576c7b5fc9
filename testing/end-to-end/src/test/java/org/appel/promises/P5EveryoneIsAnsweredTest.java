package org.appel.promises;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.appel.running.Applicant;
import org.appel.running.Mails;
import org.appel.running.RunningAppel;
import org.appel.running.Vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ExtendWith(RunningAppel.class)
class P5EveryoneIsAnsweredTest {

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
}
