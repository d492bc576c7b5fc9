package org.appel.applications.model;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LedgerTest {
    private static final PostingId POSTING = new PostingId(UUID.fromString("0197edea-a3b8-767c-9c11-386ef552ddd0"));
    private static final Counts COUNTS = new Counts(10, 3, 2, 1, Map.of("deadline-passed", 4L), 0, 0);
    private static final Instant OWED = Instant.parse("2025-07-10T12:00:00Z");
    private static final Answers ALL_SENT = answers(5, 5);
    private static final Answers NONE = answers(0, 0);

    @Test
    void books_that_agree_are_balanced() {
        // Given
        var acknowledgements = new Answers(5, 2, Map.of("rejected-5xx", 1L), Map.of("answered-today", 1L), OWED, false);

        // When
        var ledger = new Ledger(POSTING, "omct", COUNTS, 3, 5, acknowledgements, NONE);

        // Then
        assertThat(ledger.balanced()).isTrue();
        assertThat(ledger.acknowledgements().pending()).isEqualTo(1);
    }

    @Test
    void an_application_that_never_arrived_is_out_of_balance() {
        // When
        var ledger = new Ledger(POSTING, "omct", COUNTS, 4, 5, ALL_SENT, NONE);

        // Then
        assertThat(ledger.balanced()).isFalse();
    }

    @Test
    void more_acknowledgements_than_applications_are_out_of_balance() {
        // When
        var ledger = new Ledger(POSTING, "omct", COUNTS, 3, 5, answers(5, 6), NONE);

        // Then
        assertThat(ledger.balanced()).isFalse();
    }

    @Test
    void an_acknowledgement_that_was_never_heard_of_is_out_of_balance_once_it_is_overdue() {
        // Given
        var lost = new Answers(5, 4, Map.of(), Map.of(), OWED, true);

        // When
        var ledger = new Ledger(POSTING, "omct", COUNTS, 3, 5, lost, NONE);

        // Then
        assertThat(ledger.balanced()).isFalse();
    }

    @Test
    void more_answers_to_refused_mails_than_refused_mails_are_out_of_balance() {
        // When
        var ledger = new Ledger(POSTING, "omct", COUNTS, 3, 5, ALL_SENT, answers(4, 5));

        // Then
        assertThat(ledger.balanced()).isFalse();
    }

    @Test
    void an_arrival_without_outcome_is_out_of_balance() {
        // When
        var counts = new Counts(11, 3, 2, 1, Map.of("deadline-passed", 4L), 0, 0);

        // Then
        assertThat(counts.balanced()).isFalse();
    }

    @Test
    void an_update_that_no_arrival_tells_of_is_no_balance() {
        // When
        var ledger = new Ledger(POSTING, "omct", COUNTS, 3, 6, ALL_SENT, NONE);

        // Then
        assertThat(ledger.balanced()).isFalse();
    }

    @Test
    void a_mailbox_is_balanced_when_lines_mails_and_answers_agree() {
        // When
        var ledger = new MailboxLedger("omct", "omct", COUNTS, COUNTS, answers(10, 9));

        // Then
        assertThat(ledger.balanced()).isTrue();
    }

    @Test
    void a_mail_without_a_line_in_the_ledger_is_out_of_balance() {
        // When
        var mails = new Counts(11, 4, 2, 1, Map.of("deadline-passed", 4L), 0, 0);
        var ledger = new MailboxLedger("omct", "omct", COUNTS, mails, answers(10, 10));

        // Then
        assertThat(ledger.balanced()).isFalse();
    }

    private static Answers answers(long owed, long sent) {
        return new Answers(owed, sent, Map.of(), Map.of(), sent < owed ? OWED : null, false);
    }
}
