package org.appel.promises;

import java.time.Duration;
import java.util.Random;
import java.util.UUID;

import jakarta.mail.MessagingException;

import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.appel.launcher.process.Service;
import org.appel.running.Applicant;
import org.appel.running.Dump;
import org.appel.running.HrList;
import org.appel.running.MailClient;
import org.appel.running.Mails;
import org.appel.running.Records;
import org.appel.running.RunningAppel;
import org.appel.running.Sabotage;
import org.appel.running.Vacancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** A service dies between any two steps of an application's way, by either door, and somebody else's check is shown to see a loss. */
@ExtendWith(RunningAppel.class)
class P8KilledAtEachStepTest {

    private static final Duration RECOVERY = Duration.ofSeconds(90);

    private static Sabotage sabotage;

    @BeforeAll
    static void begin() {
        sabotage = Sabotage.begin();
    }

    /** One may have died at the last step of the test before. */
    @BeforeEach
    void awaitAllServices() {
        for (var service : Service.values()) {
            await().atMost(RECOVERY)
                    .until(() -> RunningAppel.appel().service(service).isReady());
        }
    }

    @AfterAll
    static void end() throws Exception {
        sabotage.close();
    }

    @ParameterizedTest
    @EnumSource(Sabotage.Death.class)
    void nothing_is_lost_or_doubled_by_a_death_at_this_step(Sabotage.Death death) throws Exception {
        // Given
        var subject = "Analyste " + UUID.randomUUID().toString().substring(0, 8);
        var vacancy = Vacancy.openForMail("P8 " + death, subject);
        var applicant = Applicant.named("Pas à Pas");

        // When
        sabotage.arm(death);
        apply(applicant, vacancy, subject, death.isOfTheMailDoor());

        // Then
        await().atMost(RECOVERY).until(() -> sabotage.struck(death));
        checkAnsweredOnce(applicant, vacancy, death.mayDoubleTheAnswer() ? 2 : 1, RECOVERY);
        await().atMost(RECOVERY).until(() -> MailClient.inFolder("INBOX") == 0);
    }

    @Test
    void the_check_sees_an_event_that_was_never_sent() throws Exception {
        // Given
        var vacancy = Vacancy.open("P8 sans relais");
        var applicant = Applicant.named("Jamais Répondue");
        sabotage.arm(Sabotage.Mutant.RELAY_DOES_NOT_SEND);

        // When
        try {
            applicant.insistOn(vacancy);

            // Then
            assertThatThrownBy(() -> checkAnsweredOnce(applicant, vacancy, 1, Duration.ofSeconds(10)))
                    .isInstanceOf(ConditionTimeoutException.class);
        } finally {
            sabotage.disarm(Sabotage.Mutant.RELAY_DOES_NOT_SEND);
        }
    }

    @Test
    void a_comparison_of_everything_sees_an_event_that_took_effect_twice() throws Exception {
        // Given
        var vacancy = Vacancy.open("P8 sans mémoire");
        var applicant = Applicant.named("Deux Fois Comptée");
        assertThat(applicant.insistOn(vacancy).status()).isEqualTo(201);
        checkAnsweredOnce(applicant, vacancy, 1, RECOVERY);
        Records.awaitAllRead();
        var before = Dump.now();
        sabotage.arm(Sabotage.Mutant.EVENTS_ARE_NEVER_THE_SAME);

        // When
        try {
            Records.sendEverythingAgain(1, new Random(10));

            // Then
            await().untilAsserted(() -> assertThat(Dump.now()).isNotEqualTo(before));
        } finally {
            sabotage.disarm(Sabotage.Mutant.EVENTS_ARE_NEVER_THE_SAME);
        }
    }

    @Test
    void the_check_sees_a_mail_that_was_taken_and_of_which_nothing_was_made() throws Exception {
        // Given
        var subject = "Archiviste " + UUID.randomUUID().toString().substring(0, 8);
        var vacancy = Vacancy.openForMail("P8 sans jugement", subject);
        var applicant = Applicant.named("Jamais Lue");
        sabotage.arm(Sabotage.Mutant.MAIL_TAKEN_WITHOUT_JUDGEMENT);

        // When
        try {
            apply(applicant, vacancy, subject, true);
            await().until(() -> MailClient.inFolder("INBOX") == 0);

            // Then
            assertThatThrownBy(() -> checkAnsweredOnce(applicant, vacancy, 1, Duration.ofSeconds(10)))
                    .isInstanceOf(ConditionTimeoutException.class);
        } finally {
            sabotage.disarm(Sabotage.Mutant.MAIL_TAKEN_WITHOUT_JUDGEMENT);
        }
    }

    private static void apply(Applicant applicant, Vacancy vacancy, String subject, boolean byMail)
            throws MessagingException, InterruptedException {
        if (byMail) {
            MailClient.send(MailClient.application(applicant, subject));
        } else {
            assertThat(applicant.insistOn(vacancy).status()).isEqualTo(201);
        }
    }

    private static void checkAnsweredOnce(Applicant applicant, Vacancy vacancy, int mostCopies, Duration within) {
        await().ignoreExceptions().atMost(within).untilAsserted(() -> {
            var answers = Mails.to(applicant);
            assertThat(Mails.ids(answers)).hasSize(1);
            assertThat(answers).hasSizeLessThanOrEqualTo(mostCopies);
            assertThat(HrList.of(vacancy).ids()).hasSize(1);
            var ledger = vacancy.ledger();
            assertThat(ledger.path("accepted").asInt()).isEqualTo(1);
            assertThat(ledger.path("updated").asInt()).isZero();
            assertThat(ledger.path("acknowledgements").path("sent").asInt()).isEqualTo(1);
            assertThat(ledger.path("balanced").asBoolean()).isTrue();
        });
    }
}
