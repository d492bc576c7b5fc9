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
        var draft = byAnna();

        // When
        var refused = catchThrowableOfType(PostingRefused.class, () -> draft.approve("anna", NOW, TWO));

        // Then
        assertThat(refused.refusal()).isEqualTo(new Refusal.OwnWriting(ID));
        assertThat(draft.approve("bela", NOW, TWO).approval()).isEqualTo(new Approval("bela", NOW));
    }

    @Test
    void nobody_who_wrote_in_it_since_the_last_approval_approves_it() {
        // Given
        var mended = byAnna().rewrite(aNotice().workload(90).build(), "bela", NOW, TWO);
        var approved = mended.approve("carl", NOW, TWO);

        // When
        var own = catchThrowableOfType(PostingRefused.class, () -> mended.approve("anna", NOW, TWO));

        // Then
        assertThat(own.refusal()).isEqualTo(new Refusal.OwnWriting(ID));
        assertThat(mended.writtenBy()).containsExactly("anna", "bela");
        assertThat(approved.disapprove(NOW, TWO)).isEqualTo(mended);
        assertThat(approved.rewrite(aNotice().workload(70).build(), "dora", NOW, TWO)
                        .approve("anna", NOW, TWO))
                .returns(List.of("dora"), Draft::writtenBy)
                .returns(new Approval("anna", NOW), Draft::approval);
    }

    @Test
    void what_nobody_knows_the_writer_of_is_saved_again_before_it_is_approved() {
        // Given
        var draft = new Draft(ID, aNotice().build());

        // When
        var refused = catchThrowableOfType(PostingRefused.class, () -> draft.approve("bela", NOW, TWO));

        // Then
        assertThat(refused.refusal()).isEqualTo(new Refusal.UnknownWriter(ID));
        assertThat(draft.rewrite(aNotice().build(), "anna", NOW, TWO)).isEqualTo(byAnna());
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
        assertThat(problem(rewritten.rewrite(rewritten.ad(), "anna", NOW, Terms.USUAL)))
                .isEmpty();
        assertThat(problem(planned.disapprove(NOW, TWO))).containsExactly(Schedule.NOT_APPROVED);
    }

    @Test
    void a_plan_that_a_problem_has_held_up_for_more_than_an_hour_is_made_again() {
        // Given
        var at = NOW.plus(Duration.ofDays(1));
        var held =
                byAnna().schedule(at, "anna", NOW, Terms.USUAL).withProblem(List.of(new Gap("/apply", "is missing")));
        var later = at.plus(Duration.ofHours(1)).plusSeconds(1);

        // When
        var mended = held.rewrite(aNotice().workload(90).build(), "anna", later, Terms.USUAL);

        // Then
        assertThat(problem(mended)).containsExactly(Schedule.LAPSED);
        assertThat(problem(mended.rewrite(aNotice().build(), "anna", later, Terms.USUAL)))
                .containsExactly(Schedule.LAPSED);
        assertThat(problem(held.rewrite(aNotice().workload(90).build(), "anna", later.minusSeconds(1), Terms.USUAL)))
                .isEmpty();
        assertThat(problem(mended.schedule(later.plusSeconds(1), "anna", later, Terms.USUAL)))
                .isEmpty();
    }

    @Test
    void what_was_only_held_up_has_not_lapsed() {
        // Given
        var planned = byAnna().schedule(NOW.plusSeconds(1), "anna", NOW, Terms.USUAL);
        var later = NOW.plus(Duration.ofHours(5));

        // When
        var rewritten = planned.rewrite(aNotice().workload(90).build(), "anna", later, Terms.USUAL);

        // Then
        assertThat(problem(rewritten)).isEmpty();
    }

    private static List<Gap> problem(Draft draft) {
        return draft.schedule() == null ? List.of() : draft.schedule().problem();
    }

    private static Draft byAnna() {
        return new Draft(ID, aNotice().build(), List.of("anna"), null, null);
    }
}
