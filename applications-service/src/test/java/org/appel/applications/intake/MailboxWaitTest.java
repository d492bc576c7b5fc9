package org.appel.applications.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import org.appel.applications.Client;
import org.appel.applications.Database;
import org.appel.applications.PostingFixture;
import org.appel.applications.mailbox.ManyMailboxes;
import org.appel.testing.RealInfrastructure;

import static org.appel.applications.PostingFixture.anOpenPosting;
import static org.assertj.core.api.Assertions.assertThat;

/** An intake is not counted before the mailboxes were read up to its end. */
@QuarkusTest
@RealInfrastructure
@TestProfile(ManyMailboxes.class)
class MailboxWaitTest {
    /** Of which no other test makes use. */
    private static final String MAILBOX = ManyMailboxes.name(ManyMailboxes.NUMBER - 2);

    private static final Instant ENDED = Instant.now().minus(10, ChronoUnit.MINUTES);

    @Inject
    IntakeClosing closing;

    @Test
    void it_waits_for_a_mailbox_that_was_not_read_so_far() {
        // Given
        var posting = ended(anOpenPosting().byMail("jobs@example.org", "Boulangerie"), ENDED);
        readUpTo(ENDED.minus(1, ChronoUnit.MINUTES));

        // When
        closing.closeWhatIsDue();
        var before = closedAt(posting);
        readUpTo(ENDED.plus(1, ChronoUnit.MINUTES));
        closing.closeWhatIsDue();

        // Then
        assertThat(before).isEqualTo("null");
        assertThat(closedAt(posting)).isNotEqualTo("null");
    }

    @Test
    void it_waits_no_longer_than_patience_lasts() {
        // Given
        var ended = Instant.now().minus(16, ChronoUnit.MINUTES);
        var posting = ended(anOpenPosting().byMail("jobs@example.org", "Boulangerie"), ended);
        readUpTo(ended.minus(1, ChronoUnit.MINUTES));

        // When
        closing.closeWhatIsDue();

        // Then
        assertThat(closedAt(posting)).isNotEqualTo("null");
    }

    @Test
    void a_posting_that_takes_no_mail_waits_for_no_mailbox() {
        // Given
        var posting = ended(anOpenPosting(), ENDED);
        readUpTo(ENDED.minus(1, ChronoUnit.MINUTES));

        // When
        closing.closeWhatIsDue();

        // Then
        assertThat(closedAt(posting)).isNotEqualTo("null");
    }

    private static PostingFixture ended(PostingFixture posting, Instant at) {
        var ended = posting.of(MAILBOX).closing(at);
        Client.open(ended);
        ended.deadlinePasses();
        Awaitility.await("deadline known").atMost(Duration.ofSeconds(30)).until(() -> !closedAt(ended)
                .isEmpty());
        return ended;
    }

    private static void readUpTo(Instant at) {
        Database.update("""
                INSERT INTO mailbox_folder (mailbox, folder, since, drained_at) VALUES ('%1$s', 'INBOX', now(), '%2$s')
                ON CONFLICT (mailbox, folder) DO UPDATE SET drained_at = excluded.drained_at""".formatted(MAILBOX, at));
    }

    /** Empty if nothing is known of the deadline. */
    private static String closedAt(PostingFixture posting) {
        return String.join(
                "", Database.rows("SELECT closed_at FROM intake_closing WHERE posting_id = '" + posting.id() + "'"));
    }
}
