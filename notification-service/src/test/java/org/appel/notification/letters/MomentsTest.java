package org.appel.notification.letters;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import org.appel.notification.model.Language;
import org.appel.notification.model.Posting.Deadline;

import static org.appel.notification.NotificationFixtures.brusselsDeadline;
import static org.assertj.core.api.Assertions.assertThat;

class MomentsTest {

    @Test
    void a_deadline_of_a_whole_day_is_shown_with_its_last_minute() {
        // When
        var french = Moments.last(brusselsDeadline(), Language.FR);
        var english = Moments.last(brusselsDeadline(), Language.EN);

        // Then
        assertThat(french).isEqualTo("3\u00a0août 2025 à 23\u00a0h\u00a059 (heure d’Europe centrale)");
        assertThat(english).isEqualTo("3\u00a0August 2025 at 23:59 (Central European Time)");
    }

    @Test
    void a_deadline_of_a_minute_is_shown_with_that_minute() {
        // Given
        var deadline = new Deadline(Instant.parse("2025-08-17T16:01:00Z"), ZoneId.of("Africa/Tunis"), null);

        // When
        var shown = Moments.last(deadline, Language.FR);

        // Then
        assertThat(shown).startsWith("17\u00a0août 2025 à 17\u00a0h\u00a000");
    }

    @Test
    void french_says_the_first_of_a_month() {
        // When
        var shown = Moments.full(Instant.parse("2026-02-01T08:05:00Z"), ZoneOffset.UTC, Language.FR);

        // Then
        assertThat(shown).isEqualTo("1er\u00a0février 2026 à 8\u00a0h\u00a005 (UTC)");
    }
}
