package org.appel.applications.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import org.appel.applications.model.Retention.Notice;

import static org.appel.applications.KnownPostingFixture.aKnownPosting;
import static org.assertj.core.api.Assertions.assertThat;

class RetentionTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    /** Midnight after 3 August in Brussels. */
    private static final Instant CLOSED = Instant.parse("2025-08-03T22:00:00Z");

    private static final LocalDate END = LocalDate.parse("2027-08-04");
    private static final Instant UPDATED = Instant.parse("2025-12-24T10:00:00Z");

    private final Retention retention = new Retention(BRUSSELS, 24, CLOSED, Duration.ofDays(14));

    @Test
    void it_is_counted_from_the_closing_in_the_postings_time_zone() {
        // When
        var end = retention.endsOn(UPDATED);

        // Then
        assertThat(end).isEqualTo(END);
    }

    @Test
    void without_a_closing_it_is_counted_from_the_last_change() {
        // Given
        var open = new Retention(BRUSSELS, 24, null, Duration.ofDays(14));

        // When
        var end = open.endsOn(UPDATED);

        // Then
        assertThat(end).isEqualTo("2027-12-24");
    }

    @Test
    void a_withdrawal_counts_only_where_there_is_no_deadline() {
        // Given
        var withdrawnAt = Instant.parse("2025-06-01T00:00:00Z");
        var posting = aKnownPosting().closing(CLOSED).build();
        var untilFilled = aKnownPosting().closing(null).build();

        // When
        var withDeadline = Retention.of(posting, withdrawnAt, 6, Duration.ofDays(14));
        var without = Retention.of(untilFilled, withdrawnAt, 6, Duration.ofDays(14));

        // Then
        assertThat(withDeadline.closedAt()).isEqualTo(CLOSED);
        assertThat(without.closedAt()).isEqualTo(withdrawnAt);
        assertThat(without.months()).isEqualTo(6);
    }

    @Test
    void it_is_announced_so_long_before_and_once() {
        // Given
        var early = Instant.parse("2027-07-19T21:59:59Z");
        var due = Instant.parse("2027-07-19T22:00:00Z");

        // When
        var notice = retention.toAnnounce(UPDATED, null, due);

        // Then
        assertThat(notice).contains(new Notice(END, END, null));
        assertThat(retention.toAnnounce(UPDATED, null, early)).isEmpty();
        assertThat(retention.toAnnounce(UPDATED, notice.orElseThrow(), due)).isEmpty();
    }

    @Test
    void whoever_is_told_late_is_kept_until_the_time_has_gone_by() {
        // Given
        var late = Instant.parse("2027-08-01T10:00:00Z");

        // When
        var notice = retention.toAnnounce(UPDATED, null, late);

        // Then
        assertThat(notice).contains(new Notice(END, LocalDate.parse("2027-08-16"), null));
        assertThat(retention.erasedOn(UPDATED, null, late)).isEqualTo("2027-08-16");
        var told = told(notice.orElseThrow(), late);
        assertThat(retention.isOver(UPDATED, told, Instant.parse("2027-08-15T21:59:59Z")))
                .isFalse();
        assertThat(retention.isOver(UPDATED, told, Instant.parse("2027-08-15T22:00:00Z")))
                .isTrue();
    }

    @Test
    void nothing_is_over_as_long_as_the_letter_is_on_its_way() {
        // Given
        var notice = new Notice(END, END, null);
        var long_after = Instant.parse("2031-01-01T00:00:00Z");

        // When
        var over = retention.isOver(UPDATED, notice, long_after);

        // Then
        assertThat(over).isFalse();
        assertThat(retention.erasedOn(UPDATED, notice, long_after)).isEqualTo("2031-01-16");
    }

    @Test
    void a_letter_that_goes_out_late_moves_the_day() {
        // Given
        var sentAt = Instant.parse("2027-08-02T10:00:00Z");

        // When
        var told = told(new Notice(END, END, null), sentAt);

        // Then
        assertThat(retention.erasedOn(UPDATED, told, sentAt)).isEqualTo("2027-08-17");
        assertThat(retention.isOver(UPDATED, told, Instant.parse("2027-08-16T21:59:59Z")))
                .isFalse();
        assertThat(retention.isOver(UPDATED, told, Instant.parse("2027-08-16T22:00:00Z")))
                .isTrue();
    }

    @Test
    void a_letter_that_goes_out_in_time_leaves_the_day() {
        // Given
        var sentAt = Instant.parse("2027-07-20T21:00:00Z");

        // When
        var told = told(new Notice(END, END, null), sentAt);

        // Then
        assertThat(retention.erasedOn(UPDATED, told, sentAt)).isEqualTo(END);
    }

    @Test
    void nothing_is_over_that_was_not_announced() {
        // Given
        var long_after = Instant.parse("2031-01-01T00:00:00Z");

        // When
        var unannounced = retention.isOver(UPDATED, null, long_after);
        var announcedForAnotherDay = retention.isOver(UPDATED, new Notice(END.minusMonths(6), END, CLOSED), long_after);

        // Then
        assertThat(unannounced).isFalse();
        assertThat(announcedForAnotherDay).isFalse();
    }

    @Test
    void another_date_is_announced_anew() {
        // Given
        var told = new Notice(END.minusMonths(6), END.minusMonths(6), CLOSED);

        // When
        var notice = retention.toAnnounce(UPDATED, told, Instant.parse("2027-07-20T00:00:00Z"));

        // Then
        assertThat(notice).contains(new Notice(END, END, null));
    }

    private static Notice told(Notice notice, Instant at) {
        return new Notice(notice.endsOn(), notice.erasedOn(), at);
    }
}
