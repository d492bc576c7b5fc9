package org.appel.postings.board;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HttpDateTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 06 Nov 1994 08:49:37 GMT",
                "Sunday, 06-Nov-94 08:49:37 GMT",
                "Sun Nov  6 08:49:37 1994",
                " Sun, 06 Nov 1994 08:49:37 GMT "
            })
    void each_form_that_ever_was_is_read(String header) {
        // Given
        var expected = Instant.parse("1994-11-06T08:49:37Z");

        // When
        var moment = HttpDate.parse(header);

        // Then
        assertThat(moment).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "yesterday", "2026-01-01T00:00:00Z", "Sun, 06 Nov 1994", "Sun, 99 Nov 1994 08:49:37 GMT"})
    void anything_else_is_passed_over(String header) {
        // Given
        var wrong = header;

        // When
        var moment = HttpDate.parse(wrong);

        // Then
        assertThat(moment).isNull();
    }

    @Test
    void one_form_is_written() {
        // Given
        var moment = Instant.parse("1994-11-06T08:49:37.999Z");

        // When
        var header = HttpDate.of(moment);

        // Then
        assertThat(header).isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
    }
}
