package org.appel.postings.board;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.appel.postings.NoticeJson;
import org.appel.testing.RealInfrastructure;

import static org.appel.postings.HiringDesk.aNotice;
import static org.appel.postings.HiringDesk.anOpenPosting;
import static org.appel.postings.HiringDesk.anOrganisation;
import static org.appel.postings.HiringDesk.asAnyone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

/** Words in the notices' own languages, as candidates type them. */
@QuarkusTest
@RealInfrastructure
class SearchTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Chargé·e de mission | chargée de mission",
                "Chargé·e de mission | charge mission",
                "Chargé·e de mission | CHARGÉ DE MISSION",
                "Chargé(e) de politiques de protection | chargée de politiques",
                "Chargé(e) de politiques de protection | chargé·e politique",
                "Directeur/Directrice du programme | directrice",
                "Directeur/Directrice du programme | directeur",
                "Directeur∙rice du programme | directrice du programme",
                "Directeur-rice du programme des défenseurs | directrice programmes défenseur",
                "Directeur de Promotion des droits de l'Homme | directrice",
                "Directrice des opérations | directeur opération",
                "Conseiller·ère juridique | conseillère",
                "Conseiller(e) juridique | conseiller juridique",
                "Conseiller-e juridique | conseillère juridiques",
                "Conseiller juridique | conseillère",
                "Secrétaire général(e) | secretaire generale",
                "Secrétaire général(e) | secrétaires généraux",
                "Human Rights Officer | the human right officers",
                "Protection Officer, Libya | protecting officer in libya",
                "Head of Communications | communication",
                "Stagiaire plaidoyer | stagiaires de la",
                "Responsable « plaidoyer » | \"plaidoyer\"",
                "Mise en œuvre de projets | mise en oeuvre projet",
                "Chargé de l’espace civique | l'espace d’un"
            })
    void a_title_is_found_by_what_people_type(String title, String typed) {
        // Given
        var organisation = anOrganisation();
        var open = anOpenPosting(titled(organisation, title));

        // When
        var found = search(organisation, typed);

        // Then
        assertThat(found).containsExactly(open.id());
    }

    @ParameterizedTest
    @CsvSource({"de la, 1", "the of, 1", "the, 1", "avec sans, 0", "their, 0"})
    void words_that_tell_nothing_are_sought_as_they_are_where_there_are_no_others(String typed, int count) {
        // Given
        var organisation = anOrganisation();
        anOpenPosting(titled(organisation, "Head of the Office, défense de la liberté"));
        anOpenPosting(titled(organisation, "Comptable"));

        // When
        var found = search(organisation, typed);

        // Then
        assertThat(found).hasSize(count);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Chargé·e de mission | comptable",
                "Chargé·e de mission | chargée de communication",
                "Directeur-rice du programme | direction générale",
                "Human Rights Officer | the director"
            })
    void another_word_does_not_find_it(String title, String typed) {
        // Given
        var organisation = anOrganisation();
        anOpenPosting(titled(organisation, title));

        // When
        var found = search(organisation, typed);

        // Then
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'", "''", "\\", "& | ! ( ) <->", ":*", "-", "%", "· · ·", "l’", "\u0000", "\uD83D\uDE00", "{}"})
    void what_holds_no_word_to_look_for_leaves_nothing_out(String typed) {
        // Given
        var organisation = anOrganisation();
        var open = anOpenPosting(titled(organisation, "Chargé·e de mission"));

        // When
        var found = search(organisation, typed);

        // Then
        assertThat(found).containsExactly(open.id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mission'; DROP TABLE posting; --",
                "mission:* & !charge",
                "mission <-> \"charge\"",
                "ʼʼʼ mission",
                "١٢٣ ﷽ mission",
                "mission \\' \\\\"
            })
    void signs_that_mean_something_to_a_database_mean_nothing_here(String typed) {
        // Given
        var organisation = anOrganisation();
        anOpenPosting(titled(organisation, "Chargé·e de mission"));

        // When
        var answer = asAnyone()
                .urlEncodingEnabled(true)
                .queryParam("q", typed)
                .queryParam("organisation", organisation)
                .get("/postings");

        // Then
        answer.then().statusCode(200);
        assertThat(search(organisation, "mission")).hasSize(1);
    }

    @Test
    void more_than_anybody_types_is_refused() {
        // Given
        var typed = "x".repeat(201);

        // When
        var refused =
                asAnyone().queryParam("q", typed).queryParam("city", typed).get("/postings");

        // Then
        refused.then().statusCode(400).body("errors.pointer", hasSize(2));
    }

    private static NoticeJson titled(String organisation, String title) {
        var section = Map.of("kind", "role", "items", List.of());
        return aNotice(organisation)
                .with("texts", Map.of("fr", Map.of("title", title, "sections", List.of(section))))
                .with("places", List.of(Map.of("city", "Genève", "country", "CH")));
    }

    private static List<UUID> search(String organisation, String typed) {
        return asAnyone()
                .urlEncodingEnabled(true)
                .queryParam("q", typed)
                .queryParam("organisation", organisation)
                .get("/postings")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id", UUID.class);
    }
}
