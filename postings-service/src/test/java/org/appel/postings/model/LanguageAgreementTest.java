package org.appel.postings.model;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.appel.postings.PostingFixtures.Notice;

import static org.appel.postings.PostingFixtures.ID;
import static org.appel.postings.PostingFixtures.NOW;
import static org.appel.postings.PostingFixtures.aNotice;
import static org.appel.postings.PostingFixtures.anOpenPosting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class LanguageAgreementTest {

    private static final String HERE = "/texts/en/sections/0/paragraphs/0";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Salaire entre 38’400 et 41’400 EURO | Salary between EUR 38,400 and 41,400",
                "4’300 EUR par mois | €4,300 per month",
                "4 300,50 euros | 4,300.50 euros",
                "Un budget de 2,5 millions d’euros | A budget of 2.5 million euros",
                "Un budget de 2,5 millions de dollars | A budget of USD 2,500,000",
                "Un taux de 80 % | A rate of 80%",
                "Un taux de 80 pour cent | A rate of 80 per cent",
                "Un poste à 100 % | A full-time position",
                "pour 12 mois | for 12 months",
                "pour 12 mois | a 12-month contract",
                "pour 12 mois | for one year",
                "pour 24 mois | for 2 years",
                "au moins 10 ans d’expérience | at least 10 years’ experience",
                "au moins 5 ans d’expérience | at least five years of experience",
                "au moins sept ans d’expérience | at least 7 years of experience",
                "Entre 2 et 5 ans | Two to five years",
                "vingt-cinq jours de congé | 25 days of leave",
                "une vingtaine de pays | about 20 countries",
                "jusqu’au 3 avril 2026 | until 3 April 2026",
                "jusqu’au 3 avril 2026 | until April 3, 2026",
                "jusqu’au 3 avril 2026 | until April 3rd, 2026",
                "jusqu’au 3 avril 2026 | until the 3rd of April 2026",
                "jusqu’au 3 avril 2026 | until 2026-04-03",
                "jusqu’au 3 avril 2026 | until 03/04/2026",
                "jusqu’au 3 avril 2026 | until 04/03/2026",
                "jusqu’au 03/04/2026 | until 3 April 2026",
                "jusqu’au 03.04.2026 | until 3 April 2026",
                "dès le 1er juillet 2026 | from July 1, 2026",
                "au plus tard le 03 aout 2025 | by 3 August 2025",
                "en septembre 2025 | in September 2025",
                "du 3 au 5 avril 2026 | from April 3 to April 5, 2026",
                "le 3 avril | on 3 April 2026",
                "avant 17h00 | before 5 pm",
                "avant 17 h | before 17:00",
                "avant 17h30 | before 5:30 p.m.",
                "avant 17 heures | before 5 p.m.",
                "avant midi | before noon",
                "avant midi | before 12:00",
                "8 h par jour | 8 hours a day",
                "à jobs@omct.org | to jobs@omct.org",
                "sur https://www.omct.org/fr/emplois | at https://www.omct.org/en/jobs",
                "sur www.omct.org. | at https://www.omct.org/",
                "Téléphone : +41 (0)22 809 49 39 | Phone: +41 22 809 49 39",
                "à Genève, avec des bureaux à Bruxelles et à Tunis | in Geneva, with offices in Brussels and Tunis",
                "BUREAU DE GENÈVE | GENEVA OFFICE",
                "en Belgique et en République démocratique du Congo | in Belgium and the DRC",
                "au Royaume-Uni ou aux États-Unis | in the United Kingdom or the United States of America",
                "les autorités libyennes | the authorities of Libya",
                "la législation suisse | the laws of Switzerland",
                "une réunion à Mexico | a meeting in Mexico City",
                "Mme Dominique Durand | Ms Dominique Durand",
                "les droits des Roms | Roma rights",
                "le XXIe siècle | the 21st century",
                "5 personnes | 5 may apply",
                "plan quadriennal | 4-year plan",
                "un poste à mi-temps | a 50% position",
                "un poste à 50 % | a half-time position",
                "deux cents personnes | 200 people",
                "trois mille dossiers | 3,000 files",
                "deux mille quatre cent quatre-vingt-dix-sept dossiers | 2,497 files",
                "250 personnes | two hundred and fifty people",
                "81 personnes, 90 dossiers | eighty-one people, ninety files",
                "quatre-vingt-un, quatre-vingt-dix ou quatre-vingt-dix-neuf | 81, 90 or 99",
                "soixante-quinze ou soixante-dix-sept pays | 75 or 77 countries",
                "un 13e mois | a thirteenth month’s salary",
                "un treizième mois | a 13th month’s salary",
                "un 13ème salaire | a 13th salary",
                "Bac+5 en droit | A master’s degree in law",
                "Bac +5 en droit | A master’s degree in law",
                "une association loi 1901 | a non-profit association",
                "une association (loi du 1er juillet 1901) | an association under the French 1901 law",
                "une ONG | a 501(c)(3) organisation",
                "un préavis de 15 jours | two weeks’ notice",
                "un préavis de 15 jours | 2 weeks’ notice",
                "un préavis de 14 jours | 2 weeks’ notice",
                "un préavis de quinze jours | 2 weeks’ notice",
                "un préavis de 15 jours | a fortnight’s notice",
                "aux États-Unis | in the US",
                "aux États-Unis | in the U.S.",
                "RELATIONS UE–ÉTATS-UNIS | EU-US RELATIONS",
                "Contactez-nous à Genève | CONTACT US in Geneva",
                "5000 dollars à Genève | US$ 5,000 in Geneva",
                "au Royaume-Uni | in the UK",
                "sur https://www.omct.org | at https://www.omct.org/en",
                "sur https://www.omct.org/fr/ | at https://www.omct.org/",
                "sur https://www.omct.org/fr | at https://www.omct.org/en/jobs",
                "4300 francs par mois | CHF 4,300 per month",
                "4300.– CHF par mois | CHF 4,300 per month",
                "Fr. 4’300.– par mois | CHF 4,300.- per month",
                "4300 francs CFA | 4,300 CFA francs",
                "jusqu’au 03-04-2026 | until 3 April 2026",
                "jusqu’au 3 avril 2026 | until 03-04-2026",
            })
    void what_is_well_translated_agrees(String french, String english) {
        // Given
        var ad = inFrench(french).text("en", "Officer", section(english)).build();

        // When
        var disagreements = LanguageAgreement.disagreements(ad);

        // Then
        assertThat(disagreements).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "entre 38’400 et 41’400 EURO | between EUR 38,400 and 41,500 | 41,500 | 41’400",
                "4’300 EUR | 4’300 CHF | CHF | EUR",
                "un taux de 80 % | a rate of 90 % | 90 % | 80 %",
                "pour 12 mois | for 11 months | 11 months | 12 mois",
                "pour 12 mois | for 12 weeks | 12 weeks | 12 mois",
                "pour 12 mois | for 2 years | 2 years | 12 mois",
                "dans 75 pays | in 57 countries | 57 | 75",
                "jusqu’au 3 avril 2026 | until 3 May 2026 | 3 May 2026 | 3 avril 2026",
                "jusqu’au 3 avril 2026 | until April 13, 2026 | April 13, 2026 | 3 avril 2026",
                "jusqu’au 3 avril 2026 | until 3 April 2027 | 3 April 2027 | 3 avril 2026",
                "jusqu’au 3 avril 2026 | until 2026-03-04 | 2026-03-04 | 3 avril 2026",
                "en avril 2026 | in May 2026 | May 2026 | avril 2026",
                "avant 17h00 | before 6 pm | 6 pm | 17h00",
                "avant 17h00 | before 5 am | 5 am | 17h00",
                "à jobs@omct.org | to job@omct.org | job@omct.org | jobs@omct.org",
                "sur https://omct.org/jobs/12 | at https://omct.org/jobs/13 | https://omct.org/jobs/13 | https://omct.org/jobs/12",
                "sur omct.example, voir www.omct.org/fr | on omct.example, see www.omtc.org/en | www.omtc.org/en | www.omct.org/fr",
                "à Genève | in Vienna | Vienna | Genève",
                "en Tunisie | in Algeria | Algeria | Tunisie",
                "au Niger | in Nigeria | Nigeria | Niger",
                "aux États-Unis | in the UK | UK | États-Unis",
                "un préavis de 15 jours | 3 weeks’ notice | 3 weeks | 15 jours",
                "4300 francs | EUR 4300 | EUR | francs",
                "jusqu’au 03-04-2026 | until 13-04-2026 | 13-04-2026 | 03-04-2026",
                "sur https://www.omct.org | at https://www.omct.org/en/jobs | https://www.omct.org/en/jobs | https://www.omct.org",
                "80 % pour l’un, 20 % pour l’autre, 80 % en tout | 80% for one, 20% for the other, 20% in all | 20% | 80 %",
            })
    void what_is_said_otherwise_is_named_with_both_words(
            String french, String english, String says, String originalSays) {
        // Given
        var ad = inFrench(french).text("en", "Officer", section(english)).build();

        // When
        var disagreements = LanguageAgreement.disagreements(ad);

        // Then
        assertThat(disagreements)
                .containsExactly(
                        new Gap(HERE, "says “" + says + "” where the original (fr) says “" + originalSays + "”"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pour 12 mois au moins | for some time at least | does not say “12 mois”, which the original (fr) says",
                "pour longtemps | for 12 months | says “12 months”, which the original (fr) does not say",
                "à Genève | there | does not say “Genève”, which the original (fr) says",
                "ici | in Geneva | says “Geneva”, which the original (fr) does not say"
            })
    void what_is_left_out_or_added_is_named(String french, String english, String detail) {
        // Given
        var ad = inFrench(french).text("en", "Officer", section(english)).build();

        // When
        var disagreements = LanguageAgreement.disagreements(ad);

        // Then
        assertThat(disagreements).containsExactly(new Gap(HERE, detail));
    }

    @Test
    void a_disagreement_points_to_the_item_that_says_it() {
        // Given
        var ad = aNotice()
                .text("fr", "Juriste", list("Anglais", "5 ans d’expérience"), list("20 jours", "12 mois"))
                .text("en", "Lawyer", list("English", "5 years of experience"), list("20 days", "13 months"))
                .build();

        // When
        var disagreements = LanguageAgreement.disagreements(ad);

        // Then
        assertThat(disagreements).extracting(Gap::pointer).containsExactly("/texts/en/sections/1/items/1");
    }

    @Test
    void what_two_paragraphs_have_exchanged_is_named_in_both() {
        // Given
        var ad = aNotice()
                .text(
                        "fr",
                        "Juriste",
                        list("Recherche : 80 %", "Gestion : 20 %", "Clôture : 3 avril", "Entretiens : 5 mai"))
                .text("en", "Lawyer", list("Research: 20%", "Management: 80%", "Closing: 5 May", "Interviews: 3 April"))
                .build();

        // When
        var disagreements = LanguageAgreement.disagreements(ad);

        // Then
        assertThat(disagreements)
                .containsExactly(
                        new Gap("/texts/en/sections/0/items/0", "says “20%” where the original (fr) says “80 %”"),
                        new Gap("/texts/en/sections/0/items/1", "says “80%” where the original (fr) says “20 %”"),
                        new Gap("/texts/en/sections/0/items/2", "says “5 May” where the original (fr) says “3 avril”"),
                        new Gap("/texts/en/sections/0/items/3", "says “3 April” where the original (fr) says “5 mai”"));
    }

    @Test
    void what_only_moves_from_one_paragraph_to_another_is_no_disagreement() {
        // Given
        var ad = aNotice()
                .text(
                        "fr",
                        "Juriste",
                        list("Un contrat de 12 mois à 80 %", "Début le 3 avril 2026", "20 jours de congé"))
                .text(
                        "en",
                        "Lawyer",
                        list("A contract of 12 months", "Starting on 3 April 2026, 80%", "20 days of leave"))
                .build();

        // When
        var disagreements = LanguageAgreement.disagreements(ad);

        // Then
        assertThat(disagreements).isEmpty();
    }

    @Test
    void without_the_same_sections_the_texts_are_compared_as_a_whole() {
        // Given
        var ad = aNotice()
                .text("fr", "Juriste", list("5 ans d’expérience"), list("20 jours"), section("12 mois"))
                .text("en", "Lawyer", list("5 years of experience", "20 days"))
                .build();

        // When
        var disagreements = LanguageAgreement.disagreements(ad);

        // Then
        assertThat(disagreements)
                .containsExactly(new Gap("/texts/en", "does not say “12 mois”, which the original (fr) says"));
    }

    @Test
    void the_shares_of_the_working_time_are_the_same_in_every_language() {
        // Given
        var ad = aNotice()
                .text("fr", "Juriste", share(75))
                .text("en", "Lawyer", share(70))
                .build();

        // When
        var disagreements = LanguageAgreement.disagreements(ad);

        // Then
        assertThat(disagreements)
                .containsExactly(new Gap("/texts/en/sections/0/share", "is 70 where the original (fr) has 75"));
    }

    @Test
    void a_title_may_be_shorter_but_not_say_anything_else() {
        // Given
        var shorter = aNotice()
                .text("fr", "Juriste 80 % (Tunisie)", section("En Tunisie"))
                .text("en", "Lawyer", section("In Tunisia"));
        var other = aNotice()
                .text("fr", "Juriste 80 % (Tunisie)", section("En Tunisie"))
                .text("en", "Lawyer 90% (Tunisia)", section("In Tunisia"));

        // When
        var disagreements = LanguageAgreement.disagreements(other.build());

        // Then
        assertThat(disagreements)
                .containsExactly(new Gap("/texts/en/title", "says “90%” where the original (fr) says “80 %”"));
        assertThat(LanguageAgreement.disagreements(shorter.build())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ar | قبل 3 أبريل 2026 لمدة ١٢ شهرا",
                "de | bis zum 3. April 2026, für 12 Monate in Genf",
                "es | hasta el 3 de abril de 2026, por 12 meses en Ginebra",
                "ru | до 3 апреля 2026 на 12 месяцев в Женеве"
            })
    void other_languages_agree_as_well(String language, String text) {
        // Given
        var ad = inFrench("jusqu’au 3 avril 2026, pour 12 mois à Genève")
                .text(language, "Officer", section(text))
                .build();

        // When
        var disagreements = LanguageAgreement.disagreements(ad);

        // Then
        assertThat(disagreements).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("nothingToCompare")
    void where_there_is_nothing_to_compare_nothing_disagrees(Notice notice) {
        // Given
        var ad = notice.build();

        // When
        var disagreements = LanguageAgreement.disagreements(ad);

        // Then
        assertThat(disagreements).isEmpty();
    }

    static Stream<Arguments> nothingToCompare() {
        return Stream.of(
                arguments(aNotice()),
                arguments(aNotice().withoutTexts()),
                arguments(aNotice().originalLanguage("ar").text("en", "Officer", section("12"))),
                arguments(inFrench("12 mois").text("en", "Officer")));
    }

    @Test
    void a_disagreement_keeps_a_notice_from_being_published_until_it_is_confirmed() {
        // Given
        var draft = new Posting.Draft(
                ID,
                inFrench("pour 12 mois")
                        .text("en", "Officer", section("for 13 months"))
                        .build());
        var found = LanguageAgreement.disagreements(draft.ad());

        // When
        var gaps = Publishable.gaps(draft.ad(), NOW);

        // Then
        assertThat(gaps).isEqualTo(found).hasSize(1);
        assertThat(draft.publish(NOW, new Terms(ApprovalRule.NONE, Set.copyOf(found))))
                .isInstanceOf(Posting.Open.class);
    }

    @Test
    void an_amendment_must_agree_as_well() {
        // Given
        var open = anOpenPosting();
        var amended = inFrench("pour 12 mois")
                .text("en", "Officer", section("for 13 months"))
                .build();

        // When
        var refused = catchThrowableOfType(PostingRefused.class, () -> open.amend(amended, NOW));

        // Then
        assertThat(refused.refusal()).isEqualTo(new Refusal.NotPublishable(LanguageAgreement.disagreements(amended)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", ".", "1", " ", "1 ", "1.", "i", "A ", "+1 ", "www.", "1:", "@", "3 mai "})
    void a_hostile_text_takes_no_longer_than_another(String piece) {
        // Given
        var text = piece.repeat(190_000 / piece.length());
        var ad = inFrench("https://" + text + "x")
                .text("en", "Officer", section(text))
                .build();

        // When
        var disagreements =
                assertTimeoutPreemptively(Duration.ofSeconds(30), () -> LanguageAgreement.disagreements(ad));

        // Then
        assertThat(disagreements).hasSizeLessThan(10);
    }

    private static Notice inFrench(String text) {
        return aNotice().text("fr", "Juriste", section(text));
    }

    private static Section section(String paragraph) {
        return new Section(Section.Kind.OFFER, null, null, List.of(paragraph), List.of());
    }

    private static Section list(String... items) {
        return new Section(Section.Kind.OTHER, null, null, List.of(), List.of(items));
    }

    private static Section share(int percent) {
        return new Section(Section.Kind.RESPONSIBILITIES, null, percent, List.of(), List.of());
    }
}
