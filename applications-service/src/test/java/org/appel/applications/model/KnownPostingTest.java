package org.appel.applications.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KnownPostingTest {
    private static final Instant OPENS = Instant.parse("2025-07-09T07:00:00Z");
    private static final Instant CLOSES = Instant.parse("2025-08-03T22:00:00Z");

    @Test
    void the_last_microsecond_before_the_deadline_is_in_time() {
        // Given
        var posting = posting(CLOSES, false, 0);

        // When
        var admission = assertThatCode(() -> posting.admit(CLOSES.minus(1, ChronoUnit.MICROS)));

        // Then
        admission.doesNotThrowAnyException();
    }

    @Test
    void the_instant_of_the_deadline_is_late() {
        // Given
        var posting = posting(CLOSES, false, 0);

        // When
        var refused = assertThatThrownBy(() -> posting.admit(CLOSES));

        // Then
        refused.isInstanceOfSatisfying(ApplicationRefused.class, e -> assertThat(e.refusal())
                .isEqualTo(new Refusal.DeadlinePassed(posting.id(), CLOSES, CLOSES)));
    }

    @Test
    void the_instant_of_publication_is_the_first_that_is_taken() {
        // Given
        var posting = posting(CLOSES, false, 0);

        // When
        var early = assertThatThrownBy(() -> posting.admit(OPENS.minusNanos(1)));
        var first = assertThatCode(() -> posting.admit(OPENS));

        // Then
        early.hasMessage("not-open-yet");
        first.doesNotThrowAnyException();
    }

    @Test
    void a_posting_without_deadline_stays_open() {
        // Given
        var posting = posting(null, false, 0);

        // When
        var open = posting.isOpen(CLOSES.plus(3650, ChronoUnit.DAYS));

        // Then
        assertThat(open).isTrue();
    }

    @Test
    void a_withdrawn_posting_takes_nothing() {
        // Given
        var posting = posting(CLOSES, true, 0);

        // When
        var refused = assertThatThrownBy(() -> posting.admit(OPENS));

        // Then
        refused.hasMessage("posting-withdrawn");
    }

    @Test
    void nothing_is_taken_once_the_intake_of_the_deadline_was_counted() {
        // Given
        var posting = posting(CLOSES, false, 1);

        // When
        var refused = assertThatThrownBy(() -> posting.admit(CLOSES.minusSeconds(1)));

        // Then
        refused.hasMessage("upload-timeout");
    }

    @Test
    void required_documents_come_first_among_those_taken() {
        // When
        var taken = posting(CLOSES, false, 0).takenDocuments();

        // Then
        assertThat(taken.subList(0, 2)).extracting(DocumentKind::name).containsExactly("motivation", "cv");
        assertThat(taken).doesNotHaveDuplicates().contains(DocumentKind.OTHER);
    }

    private static KnownPosting posting(@Nullable Instant closesAt, boolean withdrawn, int closedDeadline) {
        return new KnownPosting(
                new PostingId(UUID.fromString("0197edea-a3b8-767c-9c11-386ef552ddd0")),
                "omct",
                1,
                withdrawn,
                true,
                Map.of("fr", "Chargé·e de mission"),
                OPENS,
                closesAt,
                "Europe/Brussels",
                1,
                closedDeadline,
                List.of(new DocumentKind("motivation"), DocumentKind.CV));
    }
}
