package org.appel.applications.model;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CandidacyTest {
    @Test
    void a_candidate_goes_the_whole_way_to_being_hired() {
        // Given
        Candidacy candidacy = new Candidacy.Received();

        // When
        for (var stage :
                List.of(Stage.LONGLISTED, Stage.WRITTEN_TEST, Stage.PANEL_INTERVIEW, Stage.OFFERED, Stage.HIRED)) {
            candidacy = candidacy.advanceTo(stage);
        }

        // Then
        assertThat(candidacy).isEqualTo(new Candidacy.Hired());
    }

    @Test
    void nobody_is_hired_without_an_offer() {
        // Given
        var received = new Candidacy.Received();

        // When
        var refused = assertThatThrownBy(() -> received.advanceTo(Stage.HIRED));

        // Then
        refused.isInstanceOfSatisfying(ApplicationRefused.class, e -> assertThat(e.refusal())
                .isEqualTo(new Refusal.StageNotReachable(
                        Stage.RECEIVED, Stage.HIRED, List.of(Stage.LONGLISTED, Stage.REJECTED))));
    }

    @Test
    void a_rejected_candidate_can_be_taken_up_again() {
        // When
        var candidacy = new Candidacy.Rejected().advanceTo(Stage.LONGLISTED);

        // Then
        assertThat(candidacy.stage()).isEqualTo(Stage.LONGLISTED);
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void each_stage_has_its_state_and_its_name(Stage stage) {
        // When
        var state = Candidacy.at(stage);

        // Then
        assertThat(state.stage()).isEqualTo(stage);
        assertThat(Stage.of(stage.code())).contains(stage);
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void no_stage_leads_to_itself(Stage stage) {
        // When
        var next = Candidacy.at(stage).moves();

        // Then
        assertThat(next).noneMatch(state -> state.stage() == stage);
    }

    @Test
    void who_is_still_in_the_running_may_step_back_and_nobody_else() {
        // When
        var running = Stream.of(Stage.values())
                .filter(stage -> Candidacy.at(stage) instanceof Candidacy.Running)
                .toList();

        // Then
        assertThat(running)
                .containsExactly(
                        Stage.RECEIVED, Stage.LONGLISTED, Stage.WRITTEN_TEST, Stage.PANEL_INTERVIEW, Stage.OFFERED);
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void applying_again_changes_the_stage_of_who_stepped_back_only(Stage stage) {
        // When
        var after = Candidacy.at(stage).appliedAgain().stage();

        // Then
        assertThat(after).isEqualTo(stage == Stage.WITHDRAWN ? Stage.RECEIVED : stage);
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void hr_makes_nobody_step_back(Stage stage) {
        // When
        var moves = Candidacy.at(stage).moves();

        // Then
        assertThat(moves).noneMatch(state -> state.stage() == Stage.WITHDRAWN);
    }
}
