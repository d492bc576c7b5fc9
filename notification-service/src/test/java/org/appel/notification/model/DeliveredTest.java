package org.appel.notification.model;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveredTest {

    private static final ProblemCode GONE = new ProblemCode("smtp-550-5.1.1");

    @Test
    void who_has_it_or_never_will_needs_no_more_attempt() {
        // When
        var delivered = Delivered.NONE.in(7).plusTaken(0).plusRefused(2, GONE).plusRefused(3, new ProblemCode("x"));

        // Then
        assertThat(delivered.isDone(0)).isTrue();
        assertThat(delivered.isDone(1)).isFalse();
        assertThat(delivered.isDone(2)).isTrue();
        assertThat(delivered.partly()).isEqualTo(GONE);
        assertThat(delivered.isBegun()).isTrue();
        assertThat(Delivered.NONE.isBegun()).isFalse();
    }

    @Test
    void positions_in_a_list_that_was_changed_say_nothing() {
        // Given
        var delivered = Delivered.NONE.in(7).plusTaken(0);

        // When
        var same = delivered.in(7);
        var changed = delivered.in(8);

        // Then
        assertThat(same).isEqualTo(delivered);
        assertThat(changed.isBegun()).isFalse();
        assertThat(changed.list()).isEqualTo(8);
    }
}
