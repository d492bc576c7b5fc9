package org.appel.postings.model;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.appel.postings.model.Pay.Basis;
import org.appel.postings.model.Pay.Period;

import static org.appel.postings.PostingFixtures.pay;
import static org.assertj.core.api.Assertions.assertThat;

class PayTest {

    private static final Workload EIGHTY = new Workload(80);

    @Test
    void full_time_figures_are_cut_to_the_workload() {
        // Given
        var printed = pay(3_840_000L, 4_140_000L, Period.YEAR, Basis.FULL_TIME);

        // When
        var paid = printed.forWorkload(EIGHTY);

        // Then
        assertThat(paid).contains(new Pay.ForWorkload(3_072_000L, 3_312_000L, "EUR", Period.YEAR, true));
    }

    @Test
    void figures_as_paid_stay_as_they_are() {
        // Given
        var printed = pay(430_000L, 510_000L, Period.MONTH, Basis.AS_PAID);

        // When
        var paid = printed.forWorkload(EIGHTY);

        // Then
        assertThat(paid).contains(new Pay.ForWorkload(430_000L, 510_000L, "EUR", Period.MONTH, true));
    }

    @Test
    void at_full_time_the_basis_makes_no_difference() {
        // Given
        var printed = pay(430_000L, null, Period.MONTH, null);

        // When
        var paid = printed.forWorkload(new Workload(100));

        // Then
        assertThat(paid).contains(new Pay.ForWorkload(430_000L, null, "EUR", Period.MONTH, true));
    }

    @Test
    void an_hour_pays_the_same_at_any_workload() {
        // Given
        var printed = pay(2_550L, 3_000L, Period.HOUR, Basis.FULL_TIME);

        // When
        var paid = printed.forWorkload(EIGHTY);

        // Then
        assertThat(paid).contains(new Pay.ForWorkload(2_550L, 3_000L, "EUR", Period.HOUR, true));
    }

    @Test
    void half_a_cent_is_rounded_up() {
        // Given
        var printed = pay(101L, 1_003L, Period.MONTH, Basis.FULL_TIME);

        // When
        var paid = printed.forWorkload(new Workload(50));

        // Then
        assertThat(paid).contains(new Pay.ForWorkload(51L, 502L, "EUR", Period.MONTH, true));
    }

    @Test
    void an_open_end_stays_open() {
        // Given
        var printed = pay(null, 4_140_000L, Period.YEAR, Basis.FULL_TIME);

        // When
        var paid = printed.forWorkload(EIGHTY);

        // Then
        assertThat(paid).contains(new Pay.ForWorkload(null, 3_312_000L, "EUR", Period.YEAR, true));
    }

    @Test
    void words_alone_give_no_figure() {
        // Given
        var printed = words("conforme aux normes internationales des ONG");

        // When
        var paid = printed.forWorkload(EIGHTY);

        // Then
        assertThat(paid).isEmpty();
    }

    @Test
    void nothing_is_derived_from_full_time_figures_without_a_workload() {
        // Given
        var printed = pay(3_840_000L, 4_140_000L, Period.YEAR, Basis.FULL_TIME);

        // When
        var paid = printed.forWorkload(null);

        // Then
        assertThat(paid).isEmpty();
    }

    @Test
    void nothing_is_derived_at_part_time_while_the_basis_is_unknown() {
        // Given
        var printed = pay(3_840_000L, 4_140_000L, Period.YEAR, null);

        // When
        var paid = printed.forWorkload(EIGHTY);

        // Then
        assertThat(paid).isEmpty();
    }

    private static Pay words(@Nullable String text) {
        return new Pay(null, null, null, null, null, null, null, text);
    }
}
