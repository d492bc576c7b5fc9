package org.appel.postings.storage;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SearchWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Secrétaire général(e) | secretaire,general,generale",
                "Chargé·e de l’espace civique | charge,chargee,de,espace,civique",
                "MISE EN ŒUVRE | mise,en,oeuvre",
                "Directeur-rice 80 % | directeur,directrice,80",
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Chargé·e | charge,chargee",
                "chargé.e.s | charge,charges,chargee,chargees",
                "Chargé(e)s | charge,charges,chargee,chargees",
                "ChargéE | charge,chargee",
                "Directeur/trice | directeur,directrice",
                "Directeur·rice | directeur,directrice",
                "directeur∙rice | directeur,directrice",
                "Directeur‧rices | directeur,directeurs,directrice,directrices",
                "Directeur/Directrice | directeur,directrice",
                "conseiller·ère | conseiller,conseillere",
                "Conseiller(ère) | conseiller,conseillere",
                "conseiller(e) | conseiller,conseillere",
                "conseiller-e | conseiller,conseillere",
                "conseillers·ères | conseillers,conseillere,conseilleres",
                "tous·tes | tous,toute,toutes",
                "chercheur·euse | chercheur,chercheuse",
                "chercheur-se | chercheur,chercheuse",
                "administratif/ve | administratif,administrative",
                "Infirmier/ière | infirmier,infirmiere",
                "citoyen·ne | citoyen,citoyenne",
                "professionnel·le | professionnel,professionnelle",
                "Officer/Manager | officer,manager",
                "Montreux-Berne | montreux,berne"
            })
    void what_is_written_for_both_genders_is_found_by_either(String text, String expected) {
        // Given
        var wanted = List.of(expected.split(","));

        // When
        var words = SearchWords.of(text);

        // Then
        assertThat(words).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chargée de mission | chargee; mission",
                "the director of the programme | director; programme",
                "directrice | directrice,directeur",
                "Directeur | directeur,directrice",
                "directeur·rice | directeur,directrice",
                "IT officer EU | it; officer; eu",
                "\"droits\" & humains ! <-> :* | droits; humains",
                "de la | de; la",
                "the | the",
                "l’ ! | ''"
            })
    void what_is_sought_are_the_words_that_tell_one_notice_from_another(String text, String expected) {
        // Given
        var wanted = expected.isEmpty()
                ? List.of()
                : Arrays.stream(expected.split("; "))
                        .map(each -> List.of(each.split(",")))
                        .toList();

        // When
        var sought = SearchWords.sought(text);

        // Then
        assertThat(sought).isEqualTo(wanted);
    }

    @Test
    void a_word_of_hundreds_of_thousands_of_letters_takes_no_time() {
        // Given
        var text = "a".repeat(300_000) + "·é " + "·e".repeat(100_000);

        // When
        var words = Assertions.assertTimeout(Duration.ofSeconds(5), () -> SearchWords.of(text));

        // Then
        assertThat(words.size()).isBetween(1, 10);
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
