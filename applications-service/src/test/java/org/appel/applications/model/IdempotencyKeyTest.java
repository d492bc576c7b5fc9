package org.appel.applications.model;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IdempotencyKeyTest {
    @Test
    void a_key_is_what_stands_in_the_quotes() {
        // When
        var key = IdempotencyKey.parse(List.of("  \"a \\\"b\\\" \\\\ c\" "));

        // Then
        assertThat(key.text()).isEqualTo("a \"b\" \\ c");
    }

    static Stream<List<String>> malformed() {
        return Stream.of(
                List.of("8e03978e"),
                List.of(""),
                List.of("\"\""),
                List.of("\"a"),
                List.of("\"a\"b\""),
                List.of("\"a\\n\""),
                List.of("\"é\""),
                List.of("\"a\", \"b\""),
                List.of("\"a\"", "\"b\""),
                List.of("\"" + "a".repeat(256) + "\""));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void anything_but_one_quoted_string_is_malformed(List<String> lines) {
        // When
        var refused = assertThatThrownBy(() -> IdempotencyKey.parse(lines));

        // Then
        refused.hasMessage("idempotency-key-malformed");
    }

    @Test
    void no_header_is_a_missing_key() {
        // When
        var refused = assertThatThrownBy(() -> IdempotencyKey.parse(List.of()));

        // Then
        refused.hasMessage("idempotency-key-missing");
    }
}
