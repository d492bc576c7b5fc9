package org.appel.launcher.cli;

import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MomentTest {

    private final Moment moment = new Moment(ZoneId.of("Europe/Zurich"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-07-09T09:00",
                "2025-07-09T09:00:00",
                "2025-07-09T09:00+02:00",
                "2025-07-09T07:00Z",
                "2025-07-09T08:00+01:00[Africa/Tunis]"
            })
    void a_moment_is_read_with_an_offset_or_in_the_machines_zone(String text) {
        // When
        var read = moment.convert(text);

        // Then
        assertThat(read).isEqualTo(Instant.parse("2025-07-09T07:00:00Z"));
    }

    @Test
    void anything_else_is_refused_with_an_example() {
        // When
        var reading = assertThatThrownBy(() -> moment.convert("tomorrow"));

        // Then
        reading.isInstanceOf(TypeConversionException.class).hasMessageContaining("write it like 2025-07-09T09:00");
    }
}
