package org.appel.notification.model;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StrangersTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"Amel Ben Salah", "J.-P. Müller", "O’Connor, Dr. Siobhán", "ليلى بن علي", "李小龙", "<b>Bob</b>"})
    void a_name_is_shown_as_it_was_written(String name) {
        // When
        var shown = StrangersText.name(name);

        // Then
        assertThat(shown).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You won! https://evil.example",
                "visit evil.example now",
                "www evil",
                "write to me@evil.example",
                "",
                " \n ",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void an_advertisement_is_no_name(String text) {
        // When
        var shown = StrangersText.name(text);

        // Then
        assertThat(shown).isEmpty();
    }

    @Test
    void line_breaks_and_invisible_characters_become_single_spaces() {
        // When
        var line = StrangersText.oneLine("Bob\r\nBcc: \u202e\u0000 x\u2028y");

        // Then
        assertThat(line).isEqualTo("Bob Bcc: x y");
    }

    @Test
    void a_files_ending_is_not_taken_for_a_link() {
        // When
        var shown = StrangersText.fileName("CV Amel.pdf");

        // Then
        assertThat(shown).contains("CV Amel.pdf");
        assertThat(StrangersText.fileName("evil.example.pdf")).isEmpty();
    }
}
