package org.appel.notification.model;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AcknowledgementsTest {

    @Test
    void what_is_owed_and_has_no_end_yet_is_pending_even_if_its_event_has_not_arrived() {
        // When
        var acknowledgements = Acknowledgements.of(15, 10, 1, 1);

        // Then
        assertThat(acknowledgements.pending()).isEqualTo(3);
    }
}
