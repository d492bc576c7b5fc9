package org.appel.postings.model;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LatePolicyTest {

    @ParameterizedTest
    @CsvSource({"REFUSE,", "FLAG,", "GRACE, 1", "GRACE, 10080"})
    void a_grace_has_its_minutes_and_nothing_else_has(LatePolicy.Kind kind, Integer minutes) {
        // When
        var policy = new LatePolicy(kind, minutes);

        // Then
        assertThat(policy.graceMinutes()).isEqualTo(minutes);
    }

    @ParameterizedTest
    @CsvSource({"REFUSE, 1", "FLAG, 1", "GRACE,", "GRACE, 0", "GRACE, 10081"})
    void a_policy_that_contradicts_itself_is_none(LatePolicy.Kind kind, Integer minutes) {
        // When
        var refused = assertThatThrownBy(() -> new LatePolicy(kind, minutes));

        // Then
        refused.isInstanceOf(IllegalArgumentException.class);
    }
}
