package org.appel.postings.storage;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SearchWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Secrétaire général(e) | secretaire,general",
                "Chargé·e de l’espace civique | charge,de,espace,civique",
                "MISE EN ŒUVRE | mise,en,oeuvre",
                "Directeur-rice 80 % | directeur,rice,80",
                "حقوق الإنسان | حقوق,الانسان",
                "a b c | ''"
            })
    void words_are_compared_without_case_accents_and_remnants(String text, String expected) {
        // Given
        var wanted = expected.isEmpty() ? List.of() : List.of(expected.split(","));

        // When
        var words = SearchWords.of(text);

        // Then
        assertThat(words).isEqualTo(wanted);
    }

    @Test
    void two_spellings_of_a_name_are_equal() {
        // Given
        var written = "GENÈVE";

        // When
        var name = SearchWords.name(written);

        // Then
        assertThat(name).isEqualTo(SearchWords.name("Genève")).isEqualTo("geneve");
    }
}
