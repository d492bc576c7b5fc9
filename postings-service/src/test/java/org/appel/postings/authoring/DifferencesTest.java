package org.appel.postings.authoring;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.appel.postings.PostingFixtures.Notice;
import org.appel.postings.authoring.Difference.Kind;
import org.appel.postings.authoring.Difference.Words;
import org.appel.postings.messaging.AdV1;
import org.appel.postings.model.Section;

import static org.appel.postings.PostingFixtures.aNotice;
import static org.appel.postings.PostingFixtures.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class DifferencesTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final String ITEMS = "/texts/fr/sections/0/items/";

    @Test
    void the_same_notice_has_no_differences() {
        // Given
        var notice = aNotice();

        // When
        var differences = between(notice, aNotice());

        // Then
        assertThat(differences).isEmpty();
    }

    @Test
    void a_field_is_added_removed_or_replaced() {
        // Given
        var before = aNotice().pay(null);

        // When
        var differences =
                between(before, aNotice().workload(100).experience(3, 5).start(null));

        // Then
        assertThat(differences)
                .extracting(Difference::pointer, Difference::change)
                .containsExactly(
                        tuple("/workloadPercent", Kind.REPLACED),
                        tuple("/start", Kind.REMOVED),
                        tuple("/pay", Kind.ADDED),
                        tuple("/experienceYears/from", Kind.REPLACED));
        assertThat(differences.getFirst().before()).isEqualTo(json("80"));
        assertThat(differences.getFirst().after()).isEqualTo(json("100"));
        assertThat(differences.getFirst().words()).isNull();
    }

    @Test
    void a_change_in_one_item_of_a_list_names_that_item_and_its_words() {
        // Given
        var before = items("Planifier les activités", "Entre 2 et 5 ans d’expérience", "Rédiger des notes");

        // When
        var differences =
                between(before, items("Planifier les activités", "Entre 3 et 5 ans d’expérience", "Rédiger des notes"));

        // Then
        assertThat(differences)
                .containsExactly(new Difference(
                        ITEMS + "1",
                        ITEMS + "1",
                        Kind.REPLACED,
                        text("Entre 2 et 5 ans d’expérience"),
                        text("Entre 3 et 5 ans d’expérience"),
                        List.of(
                                new Words("Entre ", null, null),
                                new Words(null, "2", null),
                                new Words(null, null, "3"),
                                new Words(" et 5 ans d’expérience", null, null))));
    }

    @Test
    void an_item_that_is_inserted_leaves_the_others_as_they_are() {
        // Given
        var before = items("Planifier", "Rédiger", "Suivre");

        // When
        var differences = between(before, items("Planifier", "Coordonner les partenaires", "Rédiger", "Suivre"));

        // Then
        assertThat(differences).containsExactly(Difference.added(ITEMS + "1", text("Coordonner les partenaires")));
    }

    @Test
    void an_item_that_is_taken_out_is_named_where_it_was() {
        // Given
        var before = items("Planifier", "Coordonner les partenaires", "Rédiger");

        // When
        var differences = between(before, items("Planifier", "Rédiger"));

        // Then
        assertThat(differences).containsExactly(Difference.removed(ITEMS + "1", text("Coordonner les partenaires")));
    }

    @Test
    void an_item_that_stands_somewhere_else_has_moved() {
        // Given
        var before = items("Planifier", "Coordonner", "Rédiger", "Suivre");

        // When
        var differences = between(before, items("Coordonner", "Rédiger", "Suivre", "Planifier"));

        // Then
        assertThat(differences).containsExactly(Difference.moved(ITEMS + "0", ITEMS + "3", text("Planifier")));
    }

    @Test
    void an_item_that_moved_and_was_changed_says_where_it_came_from() {
        // Given
        var before = items("Planifier les activités de plaidoyer", "Coordonner", "Rédiger");

        // When
        var differences = between(before, items("Coordonner", "Rédiger", "Planifier les missions de plaidoyer"));

        // Then
        assertThat(differences).singleElement().satisfies(difference -> {
            assertThat(difference.pointer()).isEqualTo(ITEMS + "2");
            assertThat(difference.from()).isEqualTo(ITEMS + "0");
            assertThat(difference.change()).isEqualTo(Kind.REPLACED);
        });
    }

    @Test
    void what_has_nothing_in_common_was_removed_and_added() {
        // Given
        var before = items("Planifier les activités de plaidoyer");

        // When
        var differences = between(before, items("Tenir la comptabilité"));

        // Then
        assertThat(differences)
                .containsExactly(
                        Difference.removed(ITEMS + "0", text("Planifier les activités de plaidoyer")),
                        Difference.added(ITEMS + "0", text("Tenir la comptabilité")));
    }

    @Test
    void a_section_is_known_by_its_heading_however_much_of_it_was_rewritten() {
        // Given
        var before = aNotice().text("fr", "Juriste", section("Rôle", "a b c"), section("Profil", "d e f"));

        // When
        var differences = between(
                before,
                aNotice()
                        .text(
                                "fr",
                                "Juriste",
                                section("Offre", "j k l"),
                                section("Rôle", "g h i"),
                                section("Profil", "d e f")));

        // Then
        assertThat(differences)
                .extracting(Difference::pointer)
                .containsExactly(
                        "/texts/fr/sections/0", "/texts/fr/sections/0/items/0", "/texts/fr/sections/1/items/0");
        assertThat(differences.getFirst().change()).isEqualTo(Kind.ADDED);
        assertThat(differences.get(1).from()).isEqualTo("/texts/fr/sections/0/items/0");
    }

    @Test
    void a_language_version_is_added_as_a_whole() {
        // Given
        var before = aNotice();

        // When
        var differences = between(before, aNotice().text("en", "Officer"));

        // Then
        assertThat(differences).singleElement().satisfies(difference -> {
            assertThat(difference.pointer()).isEqualTo("/texts/en");
            assertThat(difference.change()).isEqualTo(Kind.ADDED);
        });
    }

    @Test
    void a_deadline_of_another_shape_is_named_field_by_field() {
        // Given
        var before = aNotice().deadline(until("2025-08-03"));

        // When
        var differences = between(before, aNotice().deadline(until("2025-08-17", "18:00", "Europe/Brussels")));

        // Then
        assertThat(differences).extracting(Difference::pointer).containsExactly("/deadline/date", "/deadline/time");
    }

    @ParameterizedTest
    @CsvSource({
        "'un deux trois', 'un quatre trois'",
        "'un', 'deux'",
        "'un deux', 'deux un'",
        "'', 'un'",
        "'un deux trois quatre', 'un trois quatre cinq'",
        "'L’équipe (80 %) à Genève.', 'L’équipe (100 %) à Bruxelles !'"
    })
    void the_words_make_up_both_texts(String before, String after) {
        // Given
        var old = text(before);

        // When
        var words = WordDifference.of(old, text(after));

        // Then
        assertThat(words).isNotNull();
        assertThat(words.stream()
                        .map(each -> either(each.kept(), each.removed()))
                        .collect(Collectors.joining()))
                .isEqualTo(before);
        assertThat(words.stream().map(each -> either(each.kept(), each.added())).collect(Collectors.joining()))
                .isEqualTo(after);
    }

    @Test
    void a_text_of_many_thousand_words_is_compared_as_a_whole() {
        // Given
        var before = IntStream.range(0, 9_000).mapToObj(i -> "mot" + i).collect(Collectors.joining(" "));

        // When
        var words = WordDifference.of(text(before), text(before + " encore"));

        // Then
        assertThat(words).isNull();
    }

    private static String either(String kept, String changed) {
        return Objects.requireNonNullElse(kept, Objects.requireNonNullElse(changed, ""));
    }

    private static List<Difference> between(Notice before, Notice after) {
        return Differences.between(JSON.valueToTree(AdV1.of(before.build())), JSON.valueToTree(AdV1.of(after.build())));
    }

    private static Notice items(String... items) {
        return aNotice().text("fr", "Juriste", section("Rôle", items));
    }

    private static Section section(String heading, String... items) {
        return new Section(Section.Kind.OTHER, heading, null, List.of(), List.of(items));
    }

    private static JsonNode text(String text) {
        return JSON.getNodeFactory().textNode(text);
    }

    private static JsonNode json(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
