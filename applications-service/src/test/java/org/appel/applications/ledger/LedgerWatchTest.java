package org.appel.applications.ledger;

import java.util.UUID;

import jakarta.inject.Inject;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;

import org.appel.applications.Client;
import org.appel.applications.Database;
import org.appel.applications.Form;
import org.appel.applications.mailbox.ManyMailboxes;
import org.appel.testing.RealInfrastructure;

import static org.appel.applications.PostingFixture.anOpenPosting;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RealInfrastructure
@TestProfile(ManyMailboxes.class)
class LedgerWatchTest {
    /** A mailbox of which no other test makes use. */
    private static final String MAILBOX = ManyMailboxes.name(ManyMailboxes.NUMBER - 1);

    @Inject
    LedgerWatch watch;

    @Test
    void an_account_that_does_not_balance_is_counted() {
        // Given
        var posting = Client.open(anOpenPosting());
        Client.apply(posting, Form.of("Amina", "amina@example.org"));
        var before = measured("appel_ledger_unbalanced");

        // When
        Database.update("UPDATE arrival SET outcome = 'duplicate' WHERE posting_id = '" + posting + "'");
        var meanwhile = measured("appel_ledger_unbalanced");
        Database.update("UPDATE arrival SET outcome = 'accepted' WHERE posting_id = '" + posting + "'");

        // Then
        assertThat(meanwhile).isEqualTo(before + 1);
        assertThat(measured("appel_ledger_unbalanced")).isEqualTo(before);
    }

    @Test
    void what_waits_to_be_sorted_is_counted_for_each_mailbox() {
        // Given
        var id = UUID.randomUUID();
        Database.update("""
                WITH mail AS (
                    INSERT INTO message (id, mailbox, organisation, folder, uid_validity, uid, identity, received_at,
                                         judged_at, language, outcome, reason)
                    VALUES ('%1$s', '%2$s', '%2$s', 'INBOX', 1, 1, '\\x00', now(), now(), 'fr', 'unsorted', 'no-subject'))
                INSERT INTO arrival (arrived_at, door, outcome, mailbox, message_id)
                VALUES (now(), 'mail', 'unsorted', '%2$s', '%1$s')""".formatted(id, MAILBOX));

        // When
        var waiting = measured("appel_mailbox_unsorted{mailbox=\"" + MAILBOX + "\"}");

        // Then
        assertThat(waiting).isEqualTo(1);
        Database.update("DELETE FROM message WHERE id = '" + id + "'");
        Database.update("DELETE FROM arrival WHERE message_id = '" + id + "'");
    }

    @Test
    void the_age_of_the_oldest_answer_that_nothing_was_heard_of_is_measured() {
        // Given
        var posting = Client.open(anOpenPosting());
        Client.apply(posting, Form.of("Amina", "amina@example.org"));

        // When
        Database.update("UPDATE arrival SET arrived_at = appel_now() - interval '900 days' WHERE posting_id = '"
                + posting + "'");

        // Then
        assertThat(measured("appel_ledger_oldest_pending_seconds")).isBetween(900.0 * 86400, 901.0 * 86400);
        Database.update("UPDATE arrival SET arrived_at = appel_now() WHERE posting_id = '" + posting + "'");
    }

    private double measured(String name) {
        watch.look();
        return Client.get("/metrics", null)
                .text()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }
}
