package org.appel.postings.board;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LanguageChoiceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr | fr",
                "en | en",
                "EN-us | en",
                "fr-CH, en;q=0.9 | fr",
                "de, en;q=0.5, fr;q=0.4 | en",
                "en;q=0.3, fr;q=0.8 | fr",
                "de | fr",
                "de, *;q=0.1 | fr",
                "fr;q=0, * | en",
                "fr;q=0 | en",
                "fr;q=0, en;q=0 | fr",
                "ar, en | ar"
            })
    void the_best_of_the_texts_is_chosen(String header, String expected) {
        // Given
        var there = List.of("fr", "en", "ar");

        // When
        var best = LanguageChoice.by(header).best(header.contains("ar") ? there : there.subList(0, 2), "fr");

        // Then
        assertThat(best).isEqualTo(expected);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "*", "*;q=0.5", "fr;q=2", "fr;q=x", ";;;", "é", "en;q=0.5;q"})
    void who_names_no_language_reads_all(String header) {
        // Given
        var all = LanguageChoice.ALL;

        // When
        var choice = LanguageChoice.by(header);

        // Then
        assertThat(choice).isEqualTo(all);
    }

    @Test
    void a_header_longer_than_any_browsers_is_passed_over() {
        // Given
        var header = "fr,".repeat(1000) + "en";

        // When
        var choice = LanguageChoice.by(header);

        // Then
        assertThat(choice.isAll()).isTrue();
    }

    @Test
    void of_a_header_with_more_languages_than_anybody_reads_the_first_ten_are_kept() {
        // Given
        var header = "aa, ab, ae, af, ak, am, an, ar, as, av, ay, az, ba, be;q=0.5";

        // When
        var choice = LanguageChoice.by(header);

        // Then
        assertThat(choice.wanted()).hasSize(10).startsWith("aa", "ab");
        assertThat(choice.bytes()).isBetween(200, 2000);
    }

    @Test
    void without_a_text_in_the_original_language_another_is_shown() {
        // Given
        var choice = LanguageChoice.by("de");

        // When
        var best = choice.best(List.of("es"), "fr");

        // Then
        assertThat(best).isEqualTo("es");
        assertThat(choice.best(List.of(), "fr")).isNull();
    }
}
