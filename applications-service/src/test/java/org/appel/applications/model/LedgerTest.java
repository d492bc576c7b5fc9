package org.appel.applications.model;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LedgerTest {
    private static final PostingId POSTING = new PostingId(UUID.fromString("0197edea-a3b8-767c-9c11-386ef552ddd0"));
    private static final Counts COUNTS = new Counts(10, 3, 2, 1, Map.of("deadline-passed", 4L), 0);

    @Test
    void books_that_agree_are_balanced() {
        // When
        var ledger = new Ledger(POSTING, COUNTS, 3, 5, new Ledger.Acknowledgements(5, 2, Map.of("rejected-5xx", 1L)));

        // Then
        assertThat(ledger.balanced()).isTrue();
        assertThat(ledger.acknowledgements().pending()).isEqualTo(2);
    }

    @Test
    void an_application_that_never_arrived_is_out_of_balance() {
        // When
        var ledger = new Ledger(POSTING, COUNTS, 4, 5, new Ledger.Acknowledgements(5, 5, Map.of()));

        // Then
        assertThat(ledger.balanced()).isFalse();
    }

    @Test
    void more_acknowledgements_than_applications_are_out_of_balance() {
        // When
        var ledger = new Ledger(POSTING, COUNTS, 3, 5, new Ledger.Acknowledgements(5, 6, Map.of()));

        // Then
        assertThat(ledger.balanced()).isFalse();
    }

    @Test
    void an_arrival_without_outcome_is_out_of_balance() {
        // When
        var counts = new Counts(11, 3, 2, 1, Map.of("deadline-passed", 4L), 0);

        // Then
        assertThat(counts.balanced()).isFalse();
    }

    @Test
    void an_update_that_no_arrival_tells_of_is_no_balance() {
        // Given
        var ledger = new Ledger(POSTING, COUNTS, 3, 6, new Ledger.Acknowledgements(5, 5, Map.of()));

        // Then
        assertThat(ledger.balanced()).isFalse();
    }
}
