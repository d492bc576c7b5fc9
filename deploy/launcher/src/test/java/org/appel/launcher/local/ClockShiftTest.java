package org.appel.launcher.local;

import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ClockShiftTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T05:18:30.304Z, 2026-11-26T12:22:16Z, 2026-11-26T12:22:15.304Z",
        "2026-11-23T05:18:30.304Z, 2025-07-09T07:00:00Z, 2025-07-09T06:59:59.304Z",
        "2026-11-23T05:18:30.304Z, 2026-11-23T05:18:30.304Z, 2026-11-23T05:18:30.304Z",
        "2026-11-23T05:18:30Z, 2026-11-23T05:18:29.999999999Z, 2026-11-23T05:18:29Z",
        "1969-12-31T23:59:59.5Z, 1970-01-01T00:00:00Z, 1969-12-31T23:59:59.5Z"
    })
    void a_second_of_the_shifted_clock_begins_with_one_of_the_machines(
            Instant machine, Instant asked, Instant shifted) {
        // When
        var shift = ClockShift.shift(machine, asked);

        // Then
        assertThat(machine.plus(shift)).isEqualTo(shifted);
        assertThat(shift.getNano()).isZero();
    }
}
