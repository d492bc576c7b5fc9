package org.appel.postings.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

import static org.appel.postings.PostingFixtures.ID;
import static org.appel.postings.PostingFixtures.NOW;
import static org.appel.postings.PostingFixtures.aClosedPosting;
import static org.appel.postings.PostingFixtures.aDraft;
import static org.appel.postings.PostingFixtures.aNotice;
import static org.appel.postings.PostingFixtures.anOpenPosting;
import static org.appel.postings.PostingFixtures.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class PostingTest {

    private static final Instant CLOSES_AT = Instant.parse("2025-08-03T22:00:00Z");

    @Test
    void publishing_a_draft_opens_its_first_version_until_its_deadline() {
        // Given
        var draft = aDraft();

        // When
        var open = draft.publish(NOW);

        // Then
        assertThat(open.publication()).isEqualTo(new Publication(1, 1, NOW, CLOSES_AT));
        assertThat(open.state()).isEqualTo(PostingState.OPEN);
    }

    @Test
    void a_draft_with_gaps_is_not_published() {
        // Given
        var draft = new Posting.Draft(ID, aNotice().deadline(null).apply(null).build());

        // When
        var refused = catchThrowableOfType(PostingRefused.class, () -> draft.publish(NOW));

        // Then
        assertThat(refused.refusal())
                .isInstanceOfSatisfying(Refusal.NotPublishable.class, refusal -> assertThat(refusal.gaps())
                        .extracting(Gap::pointer)
                        .containsExactly("/deadline", "/apply"));
    }

    @Test
    void a_posting_stays_with_its_organisation() {
        // Given
        var draft = aDraft();

        // When
        var refused = catchThrowableOfType(
                PostingRefused.class,
                () -> draft.rewrite(aNotice().organisation("oim").build(), "anna", NOW, Terms.USUAL));

        // Then
        assertThat(refused.refusal()).isEqualTo(new Refusal.AnotherOrganisation("omct"));
    }

    @Test
    void an_amendment_makes_a_new_version_and_leaves_the_deadline() {
        // Given
        var open = anOpenPosting();

        // When
        var amended = open.amend(aNotice().reference("OMCT-2025-08").build(), NOW);

        // Then
        assertThat(amended.ad().reference()).isEqualTo("OMCT-2025-08");
        assertThat(amended.publication()).isEqualTo(new Publication(2, 1, NOW, CLOSES_AT));
    }

    @Test
    void an_amendment_that_changes_nothing_makes_no_version() {
        // Given
        var open = anOpenPosting();

        // When
        var amended = open.amend(aNotice().build(), NOW);

        // Then
        assertThat(amended).isSameAs(open);
    }

    @Test
    void an_amendment_is_checked_as_a_publication_is() {
        // Given
        var open = anOpenPosting();

        // When
        var refused = catchThrowableOfType(
                PostingRefused.class,
                () -> open.amend(aNotice().places().apply(null).build(), NOW));

        // Then
        assertThat(refused.refusal())
                .isInstanceOfSatisfying(Refusal.NotPublishable.class, refusal -> assertThat(refusal.gaps())
                        .extracting(Gap::pointer)
                        .containsExactly("/places", "/apply"));
    }

    @Test
    void an_amendment_does_not_move_the_deadline() {
        // Given
        var open = anOpenPosting();

        // When
        var refused = catchThrowableOfType(
                PostingRefused.class,
                () -> open.amend(aNotice().deadline(until("2025-08-10")).build(), NOW));

        // Then
        assertThat(refused.refusal())
                .isInstanceOfSatisfying(Refusal.NotPublishable.class, refusal -> assertThat(refusal.gaps())
                        .extracting(Gap::pointer)
                        .containsExactly("/deadline"));
    }

    @Test
    void an_extension_makes_a_new_version_of_the_deadline() {
        // Given
        var open = anOpenPosting();

        // When
        var extended = open.extend(until("2025-08-17"), NOW);

        // Then
        assertThat(extended.publication()).isEqualTo(new Publication(2, 2, NOW, Instant.parse("2025-08-17T22:00:00Z")));
        assertThat(extended.ad().deadline()).isEqualTo(until("2025-08-17"));
    }

    @Test
    void other_words_for_the_same_deadline_are_no_new_deadline() {
        // Given
        var open = anOpenPosting();
        var reworded = new Deadline.Printed(
                LocalDate.parse("2025-08-03"), null, ZoneId.of("Europe/Brussels"), "au plus tard le 3 août 2025");

        // When
        var extended = open.extend(reworded, NOW);

        // Then
        assertThat(extended.publication()).isEqualTo(new Publication(2, 1, NOW, CLOSES_AT));
    }

    @Test
    void a_deadline_sent_again_follows_the_clocks_that_its_country_has_changed() {
        // Given
        var before = new Publication(1, 1, NOW, CLOSES_AT.minusSeconds(3600));
        var open = new Posting.Open(ID, anOpenPosting().ad(), before);

        // When
        var extended = open.extend(until("2025-08-03"), NOW);

        // Then
        assertThat(extended.publication()).isEqualTo(new Publication(2, 2, NOW, CLOSES_AT));
    }

    @Test
    void an_amendment_leaves_a_deadline_as_it_was_computed() {
        // Given
        var before = new Publication(1, 1, NOW, CLOSES_AT.minusSeconds(3600));
        var open = new Posting.Open(ID, anOpenPosting().ad(), before);

        // When
        var amended = open.amend(aNotice().workload(100).build(), NOW);

        // Then
        assertThat(amended.closesAt()).contains(CLOSES_AT.minusSeconds(3600));
    }

    @Test
    void a_deadline_is_not_moved_nearer() {
        // Given
        var open = anOpenPosting();

        // When
        var refused = catchThrowableOfType(PostingRefused.class, () -> open.extend(until("2025-08-02"), NOW));

        // Then
        assertThat(refused.refusal())
                .isInstanceOfSatisfying(Refusal.UnfitDeadline.class, refusal -> assertThat(refusal.gaps())
                        .extracting(Gap::pointer)
                        .containsExactly("/date"));
    }

    @Test
    void a_deadline_is_not_moved_beyond_the_start_of_the_work() {
        // Given
        var open = anOpenPosting();

        // When
        var refused = catchThrowableOfType(PostingRefused.class, () -> open.extend(until("2025-09-15"), NOW));

        // Then
        assertThat(refused.refusal())
                .isInstanceOfSatisfying(Refusal.UnfitDeadline.class, refusal -> assertThat(refusal.gaps())
                        .extracting(Gap::pointer)
                        .containsExactly("/date"));
    }

    @Test
    void a_posting_that_was_open_until_filled_can_be_given_an_end() {
        // Given
        var open = new Posting.Draft(ID, aNotice().deadline(new Deadline.None()).build()).publish(NOW);

        // When
        var ending = open.extend(until("2025-08-03"), NOW);

        // Then
        assertThat(ending.publication()).isEqualTo(new Publication(2, 2, NOW, CLOSES_AT));
    }

    @Test
    void a_posting_is_due_from_the_instant_after_its_deadline() {
        // Given
        var open = anOpenPosting();

        // When
        var justBefore = open.asOf(CLOSES_AT.minusNanos(1));
        var atOnce = open.asOf(CLOSES_AT);

        // Then
        assertThat(justBefore).isSameAs(open);
        assertThat(atOnce).isEqualTo(new Posting.Closed(ID, open.ad(), open.publication(), CLOSES_AT));
    }

    @Test
    void a_posting_that_is_not_due_is_not_closed() {
        // Given
        var open = anOpenPosting();

        // When
        assertThatThrownBy(() -> open.close(NOW))
                // Then
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not due");
    }

    @Test
    void a_closed_posting_is_reopened_by_a_new_deadline() {
        // Given
        var closed = aClosedPosting();

        // When
        var reopened = closed.reopen(until("2025-08-17"), CLOSES_AT.plusSeconds(3600));

        // Then
        assertThat(reopened.publication()).isEqualTo(new Publication(2, 2, NOW, Instant.parse("2025-08-17T22:00:00Z")));
    }

    @Test
    void a_closed_posting_is_reopened_even_beyond_the_start_of_the_work_which_hr_can_then_amend() {
        // Given
        var closed = anOpenPosting().close(CLOSES_AT);

        // When
        var reopened = closed.reopen(until("2025-09-15"), CLOSES_AT.plusSeconds(3600));

        // Then
        assertThat(reopened.publication().deadlineVersion()).isEqualTo(2);
    }

    @Test
    void a_closed_posting_is_not_reopened_by_a_deadline_that_has_passed() {
        // Given
        var closed = aClosedPosting();

        // When
        var refused = catchThrowableOfType(PostingRefused.class, () -> closed.reopen(until("2025-08-03"), CLOSES_AT));

        // Then
        assertThat(refused.refusal()).isInstanceOf(Refusal.UnfitDeadline.class);
    }

    @Test
    void withdrawing_ends_a_posting_with_a_reason_in_a_version_of_its_own() {
        // Given
        var open = anOpenPosting();

        // When
        var withdrawn = open.withdraw("Poste pourvu en interne", NOW.plusSeconds(60));

        // Then
        assertThat(withdrawn.reason()).isEqualTo("Poste pourvu en interne");
        assertThat(withdrawn.publication().version()).isEqualTo(2);
        assertThat(withdrawn.withdrawnAt()).isEqualTo(NOW.plusSeconds(60));
    }
}
