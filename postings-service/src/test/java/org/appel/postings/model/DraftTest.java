package org.appel.postings.model;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import org.appel.postings.model.Posting.Draft;

import static org.appel.postings.PostingFixtures.ID;
import static org.appel.postings.PostingFixtures.NOW;
import static org.appel.postings.PostingFixtures.aNotice;
import static org.appel.postings.PostingFixtures.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What comes before a publication: a second person, and a moment to come. */
class DraftTest {

    private static final Terms TWO = new Terms(ApprovalRule.SECOND_PERSON, Set.of());

    @Test
    void where_two_persons_are_wanted_nobody_publishes_alone() {
        // Given
        var draft = byAnna();

        // When
        var refused = catchThrowableOfType(PostingRefused.class, () -> draft.publish(NOW, TWO));

        // Then
        assertThat(refused.refusal()).isEqualTo(new Refusal.NotApproved(ID));
        assertThat(draft.approve("bela", NOW, TWO).publish(NOW, TWO).state()).isEqualTo(PostingState.OPEN);
    }

    @Test
    void who_wrote_it_as_it_is_now_does_not_approve_it() {
        // Given
        var draft = byAnna().rewrite(aNotice().workload(90).build(), "bela", NOW, TWO);

        // When
        var refused = catchThrowableOfType(PostingRefused.class, () -> draft.approve("bela", NOW, TWO));

        // Then
        assertThat(refused.refusal()).isEqualTo(new Refusal.OwnWriting(ID));
        assertThat(draft.approve("anna", NOW, TWO).approval()).isEqualTo(new Approval("anna", NOW));
    }

    @Test
    void a_rewrite_takes_the_approval_away_unless_nothing_changes() {
        // Given
        var approved = byAnna().approve("bela", NOW, TWO);

        // When
        var rewritten = approved.rewrite(aNotice().workload(90).build(), "anna", NOW, TWO);

        // Then
        assertThat(rewritten.approval()).isNull();
        assertThat(approved.rewrite(aNotice().build(), "carl", NOW, TWO)).isSameAs(approved);
    }

    @Test
    void an_approval_given_or_taken_twice_changes_nothing() {
        // Given
        var approved = byAnna().approve("bela", NOW, TWO);

        // When
        var again = approved.approve("carl", NOW.plusSeconds(1), TWO);

        // Then
        assertThat(again).isSameAs(approved);
        assertThat(byAnna().disapprove(NOW, TWO)).isEqualTo(byAnna());
        assertThat(approved.disapprove(NOW, TWO).approval()).isNull();
    }

    @Test
    void it_is_planned_only_if_it_can_be_published_then() {
        // Given
        var draft = new Draft(ID, aNotice().deadline(until("2025-08-03")).build());
        var tooLate = NOW.plus(Duration.ofDays(40));

        // When
        var refused =
                catchThrowableOfType(PostingRefused.class, () -> draft.schedule(tooLate, "anna", NOW, Terms.USUAL));

        // Then
        assertThat(refused.refusal())
                .isInstanceOfSatisfying(
                        Refusal.NotPublishable.class,
                        gaps -> assertThat(gaps.gaps()).extracting(Gap::pointer).containsExactly("/deadline/date"));
        assertThat(draft.schedule(NOW.plusSeconds(1), "anna", NOW, Terms.USUAL).schedule())
                .isEqualTo(new Schedule(NOW.plusSeconds(1), "anna", List.of()));
    }

    @Test
    void it_is_planned_only_for_a_moment_to_come() {
        // Given
        var draft = byAnna();

        // When
        var refused = catchThrowableOfType(PostingRefused.class, () -> draft.schedule(NOW, "anna", NOW, Terms.USUAL));

        // Then
        assertThat(refused.refusal()).isEqualTo(new Refusal.NotInTheFuture(NOW));
    }

    @Test
    void a_rewrite_keeps_the_plan_and_names_what_is_wrong_at_that_moment() {
        // Given
        var planned = byAnna().schedule(NOW.plus(Duration.ofDays(10)), "anna", NOW, Terms.USUAL);

        // When
        var rewritten = planned.rewrite(aNotice().deadline(until("2025-07-12")).build(), "anna", NOW, Terms.USUAL);

        // Then
        assertThat(problem(rewritten)).extracting(Gap::pointer).containsExactly("/deadline/date");
        assertThat(problem(rewritten.rewrite(aNotice().build(), "anna", NOW, Terms.USUAL)))
                .isEmpty();
        assertThat(rewritten.unschedule().schedule()).isNull();
    }

    @Test
    void a_plan_waits_for_the_second_person() {
        // Given
        var at = NOW.plus(Duration.ofDays(1));
        var planned = byAnna().approve("bela", NOW, TWO).schedule(at, "anna", NOW, TWO);

        // When
        var rewritten = planned.rewrite(aNotice().workload(90).build(), "anna", NOW, TWO);

        // Then
        assertThat(problem(rewritten)).containsExactly(Schedule.NOT_APPROVED);
        assertThat(problem(rewritten.approve("bela", NOW, TWO))).isEmpty();
        assertThat(problem(planned.disapprove(NOW, TWO))).containsExactly(Schedule.NOT_APPROVED);
    }

    private static List<Gap> problem(Draft draft) {
        return draft.schedule() == null ? List.of() : draft.schedule().problem();
    }

    private static Draft byAnna() {
        return new Draft(ID, aNotice().build(), "anna", null, null);
    }
}
