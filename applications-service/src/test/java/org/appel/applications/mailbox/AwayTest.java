package org.appel.applications.mailbox;

import java.util.HashMap;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import org.appel.testing.RealInfrastructure;

import static org.appel.applications.mailbox.Postbox.application;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** While documents cannot be looked into, mails wait where they are: nothing is declined for it. */
@QuarkusTest
@RealInfrastructure
@TestProfile(AwayTest.WithoutScanner.class)
class AwayTest {
    @Inject
    MailIntake intake;

    @Test
    void a_mail_waits_for_the_virus_scanner() {
        // Given
        var box = new Postbox(intake);
        var posting = box.posting();

        // When
        var failure = catchThrowable(() -> box.receive(application(Someone.unique())));

        // Then
        assertThat(failure).isNotNull();
        assertThat(box.messages()).isEmpty();
        assertThat(box.applications(posting)).isEmpty();
        assertThat(box.ledger().path("arrived").asInt()).isZero();
    }

    /** The mailboxes, and a scanner that nobody runs. */
    public static class WithoutScanner extends ManyMailboxes {
        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<>(super.getConfigOverrides());
            settings.put("appel.clamav.host", "127.0.0.1");
            settings.put("appel.clamav.port", "1");
            return settings;
        }
    }
}
