package org.appel.notification.model;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.appel.notification.NotificationFixtures.APPLICATION;
import static org.appel.notification.NotificationFixtures.EVENT;
import static org.appel.notification.NotificationFixtures.NOW;
import static org.appel.notification.NotificationFixtures.POSTING;
import static org.appel.notification.NotificationFixtures.aFirstApplication;
import static org.appel.notification.NotificationFixtures.anOwed;
import static org.assertj.core.api.Assertions.assertThat;

class OwedMailTest {

    private static final UUID MESSAGE = UUID.fromString("01982d4b-d1f3-7a4e-b6c0-5f0d8a2e7c31");

    @Test
    void a_mail_about_an_application_is_ordered_by_it() {
        // When
        var mail = anOwed(Kind.ACKNOWLEDGEMENT, aFirstApplication());

        // Then
        assertThat(mail.subject()).isEqualTo(APPLICATION);
        assertThat(mail.revision()).isEqualTo(1);
        assertThat(mail.message()).isNull();
    }

    @Test
    void a_summary_is_ordered_by_the_posting() {
        // When
        var mail = anOwed(
                Kind.HR_SUMMARY, new Occasion.IntakeOver(NOW, 1, new IntakeCounts(1, 1, 0, 0, java.util.Map.of(), 0)));

        // Then
        assertThat(mail.subject()).isEqualTo(POSTING);
        assertThat(mail.application()).isNull();
    }

    @Test
    void an_answer_is_ordered_by_the_mail_that_it_answers_even_without_a_posting() {
        // When
        var mail = new OwedMail(
                new NotificationId(EVENT),
                Kind.MAIL_ANSWER,
                EVENT,
                null,
                "omct",
                new Occasion.MessageDeclined(MESSAGE, Decline.UNKNOWN_VACANCY, "fr", NOW));

        // Then
        assertThat(mail.subject()).isEqualTo(MESSAGE);
        assertThat(mail.message()).isEqualTo(MESSAGE);
        assertThat(mail.revision()).isNull();
    }

    @Test
    void a_mail_about_a_webhook_is_ordered_by_it_and_belongs_to_no_organisation() {
        // When
        var mail = new OwedMail(
                new NotificationId(EVENT),
                Kind.WEBHOOK_DISABLED,
                EVENT,
                null,
                null,
                new Occasion.WebhookDisabled(MESSAGE, WebhookEnd.GONE, null, NOW));

        // Then
        assertThat(mail.subject()).isEqualTo(MESSAGE);
        assertThat(mail.webhook()).isEqualTo(MESSAGE);
        assertThat(mail.message()).isNull();
    }
}
