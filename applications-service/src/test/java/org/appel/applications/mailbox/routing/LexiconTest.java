package org.appel.applications.mailbox.routing;

import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.appel.applications.mailbox.routing.Lexicon.Sense;

import static org.assertj.core.api.Assertions.assertThat;

class LexiconTest {
    private static final String BESIDE = "/org/appel/applications/mailbox/routing/";

    private static Stream<String> words() {
        return Stream.of("phrases.txt", "places.txt", "trades.txt")
                .flatMap(file -> Vacancies.lines(BESIDE + file))
                .filter(line -> !line.startsWith("["))
                .flatMap(line -> Stream.of(line.split(" ")));
    }

    @Test
    void every_word_is_one_word_as_the_router_reads_it() {
        assertThat(words().filter(word -> Wording.of(word).size() != 1
                        || !Wording.of(word).getFirst().folded().equals(word)))
                .isEmpty();
        assertThat(words()).hasSizeGreaterThan(2_000);
    }

    @Test
    void no_article_is_a_place_a_trade_or_a_refusal() {
        assertThat(words().filter(word -> Lexicon.is(Sense.STOP, word))
                        .filter(word -> Stream.of(Sense.PLACE, Sense.TRADE, Sense.INTENT, Sense.MONTH)
                                .anyMatch(sense -> Lexicon.is(sense, word))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tunisie", "Genève", "Türkiye", "Côte d’Ivoire", "Bruxelles", "تونس"})
    void places_are_known_with_their_accents(String place) {
        assertThat(Wording.of(place)).extracting(Word::kind).contains(Word.Kind.PLACE);
    }

    @ParameterizedTest
    @CsvSource({
        "chargee, charge",
        "directrice, directeur",
        "generaux, general",
        "cheffe, chef",
        "conseillere, conseiller",
        "administrative, administratif",
        "europeennes, europeen",
        "defenseuse, defenseur",
        "programme, program",
        "coordinatrices, coordinateurs",
        "chercheuse, chercheur",
        "organisation, organization",
        "abogada, abogado"
    })
    void genders_numbers_and_spellings_of_a_word_are_one(String one, String other) {
        assertThat(Folding.stem(one)).isEqualTo(Folding.stem(other));
    }

    @ParameterizedTest
    @CsvSource({
        "director, directeur",
        "secretary, secretaire",
        "coordinator, coordinateur",
        "programa, programme",
        "defender, defenseur",
        "niger, nigeria",
        "tunis, tunisie",
        "mission, missionnaire",
        "conseil, conseiller",
        "juriste, juridique",
        "general, generaliste"
    })
    void different_words_stay_apart(String one, String other) {
        assertThat(Set.of(Folding.stem(one), Folding.stem(other))).hasSize(2);
    }
}
