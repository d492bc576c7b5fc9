package org.appel.applications.model;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LatePolicyTest {
    @ParameterizedTest
    @CsvSource({"refuse,", "flag,", "grace, 90"})
    void a_policy_is_told_by_its_name(String code, Integer minutes) {
        // When
        var policy = LatePolicy.of(code, minutes);

        // Then
        assertThat(policy.code()).isEqualTo(code);
        assertThat(policy.grace()).isEqualTo(Duration.ofMinutes(minutes == null ? 0 : minutes));
    }

    @ParameterizedTest
    @CsvSource({"grace,", "grace, 0", "grace, -1", "refuse, 5", "flag, 5", "lenient,"})
    void a_policy_that_contradicts_itself_is_none(String code, Integer minutes) {
        // When
        var refused = assertThatThrownBy(() -> LatePolicy.of(code, minutes));

        // Then
        refused.isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"IN_TIME, LATE, IN_TIME", "LATE, IN_GRACE, IN_GRACE", "IN_GRACE, LATE, IN_GRACE", "LATE, LATE, LATE"})
    void of_two_admissions_the_better_one_is_kept(Admission one, Admission other, Admission kept) {
        // When
        var better = one.orBetter(other);

        // Then
        assertThat(better).isEqualTo(kept);
    }

    @Test
    void an_admission_is_told_by_its_name() {
        // When
        var read = Admission.of("in-grace");

        // Then
        assertThat(read).isEqualTo(Admission.IN_GRACE);
        assertThat(Admission.LATE.code()).isEqualTo("late");
    }
}
