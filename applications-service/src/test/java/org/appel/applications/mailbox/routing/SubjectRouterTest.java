package org.appel.applications.mailbox.routing;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.appel.applications.mailbox.routing.Route.Filed;
import org.appel.applications.mailbox.routing.Route.Guess;
import org.appel.applications.mailbox.routing.Route.Reason;
import org.appel.applications.mailbox.routing.Route.Unclear;

import static org.appel.applications.mailbox.routing.Vacancies.closed;
import static org.appel.applications.mailbox.routing.Vacancies.id;
import static org.appel.applications.mailbox.routing.Vacancies.open;
import static org.assertj.core.api.Assertions.assertThat;

class SubjectRouterTest {
    private static final Vacancy CIVIC_SPACE = open(
            "OMCT-2025-07",
            "Chargé·e de mission, Protection de l’espace civique (Tunisie/UE)",
            "fr",
            "Chargé·e protection de l’espace civique (Tunisie/UE)");
    private static final Vacancy SECRETARY =
            open("OMCT-2026-04", "Secrétaire Général(e)", "fr", "Secrétaire général(e)");
    private static final Vacancy DIRECTOR = open(
            "OMCT-2024-05",
            "Director of the HRD Programme",
            "fr",
            "Directeur-rice du programme des défenseurs des droits humains et du plaidoyer auprès de l'Union européenne");
    private static final List<Vacancy> THREE = List.of(CIVIC_SPACE, SECRETARY, DIRECTOR);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Chargé·e",
                "Chargé∙e",
                "Chargé•e",
                "Chargé.e",
                "Chargé(e)",
                "Chargé (e)",
                "Chargé-e",
                "Chargé‑e",
                "Chargé/e",
                "Chargé_e",
                "Chargée",
                "Chargé",
                "CHARGÉ(E)",
                "charge",
                "Chargé/Chargée",
                "Chargé ou chargée",
                "Chargé/-e",
                "Charg\u00E9\u00B7e",
                "Charge\u0301\u00B7e",
                "ChargÃ©Â·e",
                "ChargÃƒÂ©Ã‚Â·e",
                "Charg&eacute;&middot;e",
                "Charg%C3%A9%C2%B7e",
                "Charg=C3=A9=C2=B7e",
                "Charg??e",
                "Charg\uFFFD\uFFFDe",
                "Char\u200Bgé·e",
                "Char\u00ADgé·e"
            })
    void inclusive_writing_and_what_software_makes_of_it_do_not_matter(String word) {
        // When
        var route = SubjectRouter.route(word + " de mission, Protection de l’espace civique (Tunisie/UE)", THREE);

        // Then
        assertThat(route).isEqualTo(new Filed(CIVIC_SPACE.id()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Directeur-rice", "Directeur·rice", "Directeur.rice", "Directeur(rice)", "Directeur/rice",
                        "Directeur/trice",
                "Directeur", "Directrice", "Directeur/Directrice", "Directrice/Directeur", "Direct·eur·rice",
                        "Directeurs-rices",
                "DIRECTEUR-RICE", "Le directeur ou la directrice"
            })
    void every_gender_of_a_director_is_the_director(String word) {
        // When
        var route = SubjectRouter.route(
                word + " du programme des défenseur·e·s des droits humains et du plaidoyer auprès de l’UE", THREE);

        // Then
        assertThat(route).isEqualTo(new Filed(DIRECTOR.id()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Re: Secrétaire Général(e)",
                "RE : Re: TR: Secrétaire Général(e)",
                "Fwd: FW: Secrétaire Général(e)",
                "WG: AW: Secrétaire Général(e)",
                "I: R: Secrétaire Général(e)",
                "Réf : Secrétaire Général(e)",
                "Re[3]: Secrétaire Général(e)",
                "RE\u00A0: Secrétaire Général(e)",
                "Objet : Secrétaire Général(e)",
                "[EXTERNAL] [Candidatures] Secrétaire Général(e)",
                "***SPAM*** Secrétaire Général(e)",
                "Secrétaire Général(e).",
                "Secrétaire Général(e) ...",
                "“Secrétaire Général(e) \"",
                "«\u202FSecrétaire Général(e)\u202F»",
                "‹Secrétaire Général(e)›",
                "'Secrétaire Général(e)'",
                "Secrétaire\r\n Général(e)",
                "\u200FSecrétaire Général(e)\u200E",
                "Secrétaire\u00A0Général(e)",
                "secretaire general e",
                "Candidature au poste de Secrétaire Général(e)",
                "Secrétaire Général(e) - OMCT",
                "Poste de Secrétaire général de l'OMCT",
                "Application for Secrétaire Général(e)",
                "Lettre de motivation et CV – Secrétaire Général(e)",
                "Secrétaire Général(e) (H/F)",
                "Secrétaire Général(e) – 100 %",
                "Secrétaire Général(e) – candidature du 3 avril 2026",
                "Secrétaire Général(e), 03.04.2026",
                "Poste : Secrétaire Général(e) ; Nom : Ben Salah ; Prénom : Amina",
                "Amina Ben Salah | Secrétaire Général(e)",
                "BEN SALAH Amina - SECRETAIRE GENERAL(E)",
                "amina ben salah - secretaire general",
                "Secrétaire Général(e) / Jean de La Fontaine",
                "Candidature de M. Jean d’Alembert au poste de Secrétaire Général",
                "Secrétaire Général(e), candidature par Amina Ben Salah",
                "Secretaire Genral",
                "SecrétaireGénéral(e)",
                "Secré taire Général(e)"
            })
    void what_stands_around_a_title_does_not_matter(String subject) {
        // When
        var route = SubjectRouter.route(subject, THREE);

        // Then
        assertThat(route).isEqualTo(new Filed(SECRETARY.id()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OMCT-2026-04",
                "omct 2026 04",
                "OMCT202604",
                "OMCT–2026–04",
                "OMCT/2026/04",
                "OMCT_2026_04_Ben_Salah",
                "Réf. OMCT-2026-04",
                "Re: candidature (OMCT-2026-04)",
                "OMCT-2026-04 – Amina Ben Salah, juriste",
                "OMCT-2026-04 Secretary General"
            })
    void a_reference_names_its_vacancy(String subject) {
        // When
        var route = SubjectRouter.route(subject, THREE);

        // Then
        assertThat(route).isEqualTo(new Filed(SECRETARY.id()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    OMCT-2026-4                                            | no-vacancy-named
                    OMCT-2026-041                                          | no-vacancy-named
                    OMCT-2026-04-2                                         | no-vacancy-named
                    XOMCT-2026-04                                          | no-vacancy-named
                    OMCT-2026-05 Secrétaire Général(e)                     | uncertain
                    OMCT-2026-04 Director of the HRD Programme             | contradictory
                    OMCT-2026-04 Protection de l’espace civique            | contradictory
                    OMCT-2026-04 Bruxelles                                 | uncertain
                    OMCT-2026-04 retrait de ma candidature                 | uncertain
                    OMCT-2026-04, OMCT-2024-05                             | several-vacancies
                    Secretary General                                      | uncertain
                    Secretario General                                     | uncertain
                    Secretar general                                       | uncertain
                    Segretario generale                                    | uncertain
                    Generalsekretär                                        | no-vacancy-named
                    Secrétaire                                             | uncertain
                    Secrétaire général adjoint                             | uncertain
                    Sous-secrétaire général                                | uncertain
                    Assistante du Secrétaire général                       | uncertain
                    Secrétaire général du personnel                        | uncertain
                    Secrétaire général des opérations spéciales            | uncertain
                    SECRETAIRE GENERAL DES OPERATIONS SPECIALES            | uncertain
                    Secrétaire Général Amnesty                             | uncertain
                    Secrétaire Général(e) (Mahdia)                         | uncertain
                    Secrétaire Général(e) – Genève                         | uncertain
                    Secrétaire Général(e) – pôle juridique                 | uncertain
                    Secrétaire Général(e) pour Mahdia                      | uncertain
                    Secrétaire Général(e) II                               | uncertain
                    Secrétaire Général(e) n° 3                             | uncertain
                    Secrétaire Général(e) et Comptable                     | uncertain
                    Secrétaire Général(e) et Director of the HRD Programme | several-vacancies
                    Candidature spontanée, pas Secrétaire Général(e)       | uncertain
                    Question : Secrétaire Général(e)                       | uncertain
                    Réponse automatique : Secrétaire Général(e)            | uncertain
                    Candidature                                            | no-vacancy-named
                    Candidature spontanée                                  | no-vacancy-named
                    CV                                                     | no-vacancy-named
                    Mon CV et ma lettre de motivation                      | no-vacancy-named
                    Amina Ben Salah                                        | no-vacancy-named
                    OMCT                                                   | no-vacancy-named
                    OMCT 2026                                              | no-vacancy-named
                    Re:                                                    | no-subject
                    ...                                                    | no-subject
                    (no subject)                                           | no-subject
                    Director of the HDR Programme                          | uncertain
                    Direktor des HRD Programms                             | uncertain
                    Chargé·e de mission, Protection de l’espace civique (Tunis/UE)           | uncertain
                    Chargé·e de mission, Protection de l’espace civique (Tunsie/UE)          | uncertain
                    Chargé·e de mission, Protection de l’espace civique (Tunisia/EU)         | uncertain
                    Chargé·e de mission, Protection de l’espace civique (Tunisie/Maroc/UE)   | uncertain
                    Chargé·e de mission, Protection de l’espace public (Tunisie/UE)          | uncertain
                    """)
    void what_is_not_certain_is_left_to_people_with_the_reason(String subject, String reason) {
        // When
        var route = SubjectRouter.route(subject, THREE);

        // Then
        assertThat(route).isInstanceOfSatisfying(Unclear.class, unclear -> assertThat(
                        unclear.reason().code())
                .isEqualTo(reason));
    }

    @Test
    void a_title_that_two_vacancies_have_leads_to_neither() {
        // Given
        var tunis = open("A-2026-01", null, "fr", "Comptable");
        var brussels = open("A-2026-02", null, "fr", "Comptable");

        // When
        var route = SubjectRouter.route("Comptable", List.of(tunis, brussels));

        // Then
        assertThat(route)
                .isEqualTo(new Unclear(
                        Reason.SEVERAL_VACANCIES,
                        List.of(new Guess(tunis.id(), "title"), new Guess(brussels.id(), "title"))));
        assertThat(SubjectRouter.route("Comptable A-2026-02", List.of(tunis, brussels)))
                .isEqualTo(new Filed(brussels.id()));
    }

    @Test
    void the_same_title_at_two_places_leads_to_neither_when_the_place_is_left_out() {
        // Given
        var tunis = open("A-2026-01", null, "fr", "Chargé·e de communication (Tunis)");
        var brussels = open("A-2026-02", null, "fr", "Chargé·e de communication (Bruxelles)");
        var both = List.of(tunis, brussels);

        // When
        var route = SubjectRouter.route("Chargée de communication", both);

        // Then
        assertThat(route)
                .isEqualTo(new Unclear(
                        Reason.SEVERAL_VACANCIES,
                        List.of(new Guess(tunis.id(), "half-the-title"), new Guess(brussels.id(), "half-the-title"))));
        assertThat(SubjectRouter.route("Chargée de communication Tunis", both)).isEqualTo(new Filed(tunis.id()));
        assertThat(SubjectRouter.route("Chargée de communication (Tunis, Bruxelles)", both))
                .isInstanceOf(Unclear.class);
        assertThat(SubjectRouter.route("Chargée de communication Bruxeles", both))
                .isInstanceOf(Unclear.class);
    }

    @Test
    void a_title_that_another_one_has_with_a_place_besides_may_be_that_one_shortened() {
        // Given
        var general = open("A-2026-01", null, "fr", "Chargé·e de communication");
        var tunis = open("A-2026-02", null, "fr", "Chargé·e de communication, Tunis");

        // When
        var route = SubjectRouter.route("Chargé·e de communication", List.of(general, tunis));

        // Then
        assertThat(route).isInstanceOfSatisfying(Unclear.class, unclear -> assertThat(unclear.reason())
                .isEqualTo(Reason.SEVERAL_VACANCIES));
    }

    @Test
    void of_two_titles_the_one_that_has_all_the_words_is_meant() {
        // Given
        var deputy = open("A-2026-02", null, "fr", "Secrétaire général(e) adjoint(e)");
        var both = List.of(SECRETARY, deputy);

        // Then
        assertThat(SubjectRouter.route("Secrétaire générale adjointe", both)).isEqualTo(new Filed(deputy.id()));
        assertThat(SubjectRouter.route("Secrétaire générale", both)).isEqualTo(new Filed(SECRETARY.id()));
    }

    @Test
    void a_single_word_that_other_titles_begin_with_names_nothing() {
        // Given
        var director = open("A-2026-01", null, "en", "Director");
        var programme = open("A-2026-02", null, "en", "Director of Programmes");

        // When
        var route = SubjectRouter.route("Director", List.of(director, programme));

        // Then
        assertThat(route).isInstanceOf(Unclear.class);
    }

    @Test
    void an_open_vacancy_stands_before_a_closed_one_with_the_same_title() {
        // Given
        var before = closed("OMCT-2017-01", null, "fr", "Secrétaire général(e)");

        // Then
        assertThat(SubjectRouter.route("Secrétaire générale", List.of(before, SECRETARY)))
                .isEqualTo(new Filed(SECRETARY.id()));
        assertThat(SubjectRouter.route("Secrétaire générale", List.of(before))).isEqualTo(new Filed(before.id()));
        assertThat(SubjectRouter.route("Secrétaire générale, OMCT-2017-01", List.of(before, SECRETARY)))
                .isEqualTo(new Filed(before.id()));
    }

    @Test
    void a_closed_vacancy_that_fits_better_than_an_open_one_is_meant() {
        // Given
        var deputy = closed("OMCT-2021-02", null, "fr", "Secrétaire général(e) adjoint(e)");

        // When
        var route = SubjectRouter.route("Secrétaire général adjoint", List.of(SECRETARY, deputy));

        // Then
        assertThat(route).isEqualTo(new Filed(deputy.id()));
    }

    @Test
    void ranks_and_years_are_never_mixed_up() {
        // Given
        var vacancies = List.of(
                open("U-2026-11", null, "en", "Human Rights Officer, P-3"),
                open("U-2026-12", null, "en", "Human Rights Officer, P-4"),
                open("U-2026-13", null, "en", "Programme Officer II"),
                open("U-2026-14", null, "en", "Programme Officer III"),
                open("U-2026-15", null, "fr", "Stage plaidoyer 2026"),
                open("U-2026-16", null, "fr", "Stage plaidoyer 2027"));

        // Then
        assertThat(SubjectRouter.route("Human Rights Officer (P3)", vacancies)).isEqualTo(new Filed(id("U-2026-11")));
        assertThat(SubjectRouter.route("Human Rights Officer P 4", vacancies)).isEqualTo(new Filed(id("U-2026-12")));
        assertThat(SubjectRouter.route("Programme Officer III", vacancies)).isEqualTo(new Filed(id("U-2026-14")));
        assertThat(SubjectRouter.route("Stage plaidoyer 2027", vacancies)).isEqualTo(new Filed(id("U-2026-16")));
        assertThat(List.of(
                        "Human Rights Officer",
                        "Human Rights Officer, 3 avril 2026",
                        "Human Rights Officer, 03.04.2026",
                        "Human Rights Officer P-5",
                        "Human Rights Officer P-3/P-4",
                        "Programme Officer",
                        "Programme Officer I",
                        "Programme Officer IV",
                        "Stage plaidoyer",
                        "Stage plaidoyer 2025",
                        "Stage plaidoyer 2026/2027"))
                .allSatisfy(subject ->
                        assertThat(SubjectRouter.route(subject, vacancies)).isInstanceOf(Unclear.class));
    }

    @Test
    void a_share_of_full_time_tells_two_vacancies_apart_when_it_is_there() {
        // Given
        var half = open("A-2026-01", null, "fr", "Assistant·e de direction (50 %)");
        var full = open("A-2026-02", null, "fr", "Assistant·e de direction (100 %)");

        // Then
        assertThat(SubjectRouter.route("Assistante de direction 50%", List.of(half, full)))
                .isEqualTo(new Filed(half.id()));
        assertThat(SubjectRouter.route("Assistante de direction", List.of(half, full)))
                .isInstanceOf(Unclear.class);
        assertThat(SubjectRouter.route("Assistante de direction", List.of(half)))
                .isEqualTo(new Filed(half.id()));
        assertThat(SubjectRouter.route("Assistante de direction 80 %", List.of(half)))
                .isInstanceOf(Unclear.class);
    }

    @Test
    void a_title_in_each_language_names_its_vacancy_but_no_language_that_it_has_not() {
        // Given
        var vacancy = open(
                "A-2026-01",
                null,
                "fr",
                "Coordinateur·rice de programme",
                "en",
                "Programme Coordinator",
                "ar",
                "منسّق برنامج");

        // Then
        assertThat(List.of("Coordinatrice de programme", "Program coordinator", "طلب وظيفة منسق برنامج"))
                .allSatisfy(subject -> assertThat(SubjectRouter.route(subject, List.of(vacancy)))
                        .isEqualTo(new Filed(vacancy.id())));
        assertThat(List.of("Coordinador de programa", "Coordinatore di programma", "Programmkoordinator"))
                .allSatisfy(subject -> assertThat(SubjectRouter.route(subject, List.of(vacancy)))
                        .isInstanceOf(Unclear.class));
    }

    @Test
    void a_misspelled_word_is_read_only_if_it_can_be_one_word() {
        // Given
        var projects = open("A-2026-01", null, "fr", "Chargé·e de projection audiovisuelle");
        var protection = open("A-2026-02", null, "fr", "Chargé·e de protection audiovisuelle");

        // Then
        assertThat(SubjectRouter.route("Chargé de projectoin audiovisuelle", List.of(projects, protection)))
                .isEqualTo(new Filed(projects.id()));
        assertThat(SubjectRouter.route("Chargé de proection audiovisuelle", List.of(projects, protection)))
                .isInstanceOf(Unclear.class);
    }

    @Test
    void places_that_are_a_letter_apart_are_not_taken_for_each_other() {
        // Given
        var zambia = open("A-2026-01", null, "en", "Country Director, Zambia");

        // Then
        assertThat(List.of("Country Director, Gambia", "Country Director, Zamiba", "Country Director"))
                .allSatisfy(subject -> assertThat(SubjectRouter.route(subject, List.of(zambia)))
                        .isInstanceOf(Unclear.class));
    }

    @Test
    void people_are_called_like_places_and_organisations_like_anything() {
        // Given
        var names = List.of("Jordan Petit", "Marie Tunis", "Organisation mondiale contre la torture");

        // Then
        assertThat(SubjectRouter.route("Jordan Petit - Secrétaire Général(e)", THREE))
                .isEqualTo(new Filed(SECRETARY.id()));
        assertThat(SubjectRouter.route("Jordan - Secrétaire Général(e)", THREE)).isInstanceOf(Unclear.class);
        assertThat(SubjectRouter.route("Marie Tunis - Secrétaire Général(e)", THREE))
                .isInstanceOf(Unclear.class);
        assertThat(SubjectRouter.route("Tunis Marie - Secrétaire Général(e)", THREE, names))
                .isEqualTo(new Filed(SECRETARY.id()));
        assertThat(SubjectRouter.route(
                        "Secrétaire Général(e) - Organisation mondiale contre la torture (OMCT)", THREE, names))
                .isEqualTo(new Filed(SECRETARY.id()));
        assertThat(SubjectRouter.route(
                        "Secrétaire Général(e), Protection Tunisie", THREE, List.of("Protection Tunisie")))
                .isInstanceOf(Unclear.class);
    }

    @Test
    void a_mandated_line_without_words_is_a_reference() {
        // Given
        var vacancy = open("A-2026-01", "Réf. 2026/117", "fr", "Comptable");

        // Then
        assertThat(SubjectRouter.route("Candidature ref 2026-117", List.of(vacancy)))
                .isEqualTo(new Filed(vacancy.id()));
        assertThat(SubjectRouter.route("Comptable", List.of(vacancy))).isEqualTo(new Filed(vacancy.id()));
    }

    @Test
    void without_vacancies_nothing_is_named() {
        assertThat(SubjectRouter.route("Secrétaire Général(e)", List.of()))
                .isEqualTo(new Unclear(Reason.NO_VACANCY_NAMED, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=?",
                "=?utf-8?B?%%%?=",
                "=?x-unknown?Q?a?=",
                "(((",
                "%E0%A4%A",
                "&#99999999;",
                "\uD800",
                "?????",
                "a@b",
                "R"
            })
    void no_subject_is_too_strange_to_be_read(String subject) {
        assertThat(SubjectRouter.route(subject, THREE)).isInstanceOf(Unclear.class);
        assertThat(SubjectRouter.route(subject.repeat(190), THREE)).isInstanceOf(Unclear.class);
    }

    @Test
    void a_subject_of_many_pages_is_left_to_people() {
        assertThat(SubjectRouter.route("Secrétaire Général(e) " + " ".repeat(2_000), THREE))
                .isEqualTo(new Unclear(Reason.UNCERTAIN, List.of()));
    }
}
