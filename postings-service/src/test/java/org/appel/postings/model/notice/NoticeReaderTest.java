package org.appel.postings.model.notice;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.appel.postings.model.Contract;
import org.appel.postings.model.Deadline;
import org.appel.postings.model.Experience;
import org.appel.postings.model.HowToApply;
import org.appel.postings.model.JobAd;
import org.appel.postings.model.Pay;
import org.appel.postings.model.Place;
import org.appel.postings.model.Section.Kind;
import org.appel.postings.model.SelectionStep;
import org.appel.postings.model.Start;
import org.appel.postings.model.WorkingLanguage;
import org.appel.postings.model.WorkingLanguage.Need;
import org.appel.postings.model.Workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class NoticeReaderTest {

    private static final String ENGLISH = """
            VACANCY ANNOUNCEMENT

            Programme Officer, Nairobi (60%)

            About us

            The Centre is an independent human rights organisation. It works with partners in Kenya, Uganda and Geneva.

            Responsibilities

            - Plan the activities of the programme with the team.
            - Report to donors and to the board.

            Requirements

            - At least five years of experience in human rights, including two years in a leading role.
            - Fluency in English is required, working knowledge of Swahili is an asset.
            - Only candidates with a valid work permit for Kenya can be considered.

            What we offer

            Gross salary of USD 2,400 to 2,900 per month. The contract is for a period of one year, renewable subject to funding.

            How to apply

            Please send your CV and cover letter, with the subject line "Programme Officer 2026/07", to jobs@centre.example.
            Applications must be received no later than 15 May 2026 at 17:30 GMT. Shortlisted candidates will be invited to a
            written test and to a panel interview. Starting date: as soon as possible. For questions write to
            info@centre.example.
            """;

    @Test
    void a_notice_in_english_is_read() {
        // When
        var read = NoticeReader.read("centre", ENGLISH, null);

        // Then
        var ad = read.ad();
        assertThat(ad.originalLanguage()).isEqualTo("en");
        assertThat(ad.texts().get("en").title()).isEqualTo("Programme Officer");
        assertThat(ad.texts().get("en").sections())
                .extracting(section -> section.kind())
                .containsExactly(Kind.ABOUT, Kind.RESPONSIBILITIES, Kind.QUALIFICATIONS, Kind.OFFER, Kind.HOW_TO_APPLY);
        assertThat(ad.workload()).isEqualTo(new Workload(60));
        assertThat(ad.places()).containsExactly(new Place("Nairobi", "KE", null));
        assertThat(ad.experience()).isEqualTo(new Experience(5, null));
        assertThat(ad.languages())
                .extracting(WorkingLanguage::code, WorkingLanguage::need)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("en", Need.REQUIRED),
                        org.assertj.core.groups.Tuple.tuple("sw", Need.ASSET));
        assertThat(ad.workPermit()).startsWith("valid work permit for Kenya");
        assertThat(ad.pay()).isEqualTo(new Pay(240_000L, 290_000L, "USD", Pay.Period.MONTH, true, null, null, null));
        assertThat(ad.contract()).isEqualTo(new Contract(Contract.Type.FIXED_TERM, 12, true, "subject to funding"));
        assertThat(ad.deadline())
                .isEqualTo(new Deadline.Printed(
                        LocalDate.of(2026, 5, 15),
                        LocalTime.of(17, 30),
                        ZoneId.of("UTC"),
                        "no later than 15 May 2026"));
        assertThat(ad.start()).isEqualTo(new Start.AsSoonAsPossible());
        assertThat(ad.apply())
                .isEqualTo(new HowToApply(
                        true,
                        new HowToApply.Email("jobs@centre.example", "Programme Officer 2026/07"),
                        null,
                        List.of("cover_letter", "cv"),
                        null,
                        false));
        assertThat(ad.selection()).containsExactly(SelectionStep.WRITTEN_TEST, SelectionStep.PANEL_INTERVIEW);
        assertThat(read.doubts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Les candidatures doivent être reçues avant le 3 avril 2026. | is before 2026-04-03",
                "Date limite : 3 avril. | no day that can be meant in one way only: 3 avril",
                "Date limite : 3 avril 2026. Les dossiers sont reçus au plus tard le 5 avril 2026. | in more than one way",
            })
    void a_deadline_that_may_be_meant_otherwise_is_left_to_a_person(String notice, String detail) {
        // When
        var read = french(notice);

        // Then
        assertThat(read.ad().deadline()).isNull();
        assertThat(read.doubts())
                .allMatch(doubt -> doubt.pointer().equals("/deadline"))
                .anyMatch(doubt -> doubt.detail().contains(detail));
    }

    @Test
    void a_date_in_digits_may_be_of_two_months_in_english() {
        // When
        var read = NoticeReader.read("omct", "Deadline for applications: 04/03/2026.", "en");

        // Then
        assertThat(read.ad().deadline()).isNull();
        assertThat(read.doubts()).extracting(Doubt::pointer).containsExactly("/deadline");
    }

    @Test
    void midnight_is_the_end_of_the_day_and_somebody_is_asked() {
        // When
        var read = french("Date limite de candidature : le 3 avril 2026 à minuit, heure de Genève.");

        // Then
        assertThat(read.ad().deadline())
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.type(Deadline.Printed.class))
                .satisfies(printed -> {
                    assertThat(printed.date()).isEqualTo("2026-04-03");
                    assertThat(printed.time()).isNull();
                    assertThat(printed.zone()).isNull();
                });
        assertThat(read.doubts()).extracting(Doubt::pointer).containsExactly("/deadline/time", "/deadline/zone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Les candidats présélectionnés seront reçus en entretien avant le 15 mai 2026.",
                "Le rapport annuel est publié au plus tard le 3 avril 2026.",
                "The applications will be assessed by the panel on 5 May 2026."
            })
    void other_days_are_no_deadline(String notice) {
        // When
        var read = french(notice);

        // Then
        assertThat(read.ad().deadline()).isNull();
        assertThat(read.doubts()).isEmpty();
    }

    @Test
    void a_post_that_is_open_until_it_is_filled_has_no_deadline() {
        // When
        var read = french("Les candidatures sont reçues jusqu'à ce que le poste soit pourvu.");

        // Then
        assertThat(read.ad().deadline()).isEqualTo(new Deadline.None());
    }

    @Test
    void shares_of_the_duties_and_the_basis_of_the_pay_are_no_workload() {
        // When
        var read = french("""
                Juriste

                Plaidoyer (80%)

                - Suivre les travaux.

                Coordination (20%)

                - Tenir les comptes.

                Basé sur un taux de 100%, le salaire annuel brut est de 60'000 CHF.""");

        // Then
        assertThat(read.ad().workload()).isNull();
        assertThat(read.ad().pay())
                .isEqualTo(new Pay(6_000_000L, null, "CHF", Pay.Period.YEAR, true, null, Pay.Basis.FULL_TIME, null));
    }

    @Test
    void two_workloads_are_left_to_a_person() {
        // When
        var read = french("Juriste (80%)\n\nLe taux d'activité est de 60 %.");

        // Then
        assertThat(read.ad().workload()).isNull();
        assertThat(read.doubts()).extracting(Doubt::pointer).containsOnly("/workloadPercent");
    }

    @Test
    void offices_and_journeys_are_no_places_of_work() {
        // When
        var read = french("""
                Juriste

                Notre secrétariat est basé à Genève, avec des bureaux à Bruxelles et à Tunis.
                Lieu de travail : Dakar, Sénégal
                La personne se rendra souvent à Paris.""");

        // Then
        assertThat(read.ad().places()).containsExactly(new Place("Dakar", "SN", null));
    }

    @Test
    void of_several_addresses_none_is_chosen() {
        // When
        var read = french("Les candidatures sont à envoyer à rh@omct.example ou à emploi@omct.example.");

        // Then
        assertThat(read.ad().apply()).isNull();
        assertThat(read.doubts()).extracting(Doubt::pointer).containsOnly("/apply/email");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "avec l'objet «Juriste H/F», par email à rh@omct.example | Juriste H/F",
                "avec l’objet « Juriste » à rh@omct.example | Juriste",
                "avec l'objet “Juriste \", par e-mail à rh@omct.example | Juriste",
                "avec l'objet \"L'avocat·e\" à rh@omct.example | L'avocat·e",
                "with the subject line 'Legal Officer\" to rh@omct.example | Legal Officer"
            })
    void the_subject_is_read_in_whatever_quotes(String words, String subject) {
        // When
        var read = french("Les candidatures doivent être adressées " + words + ".");

        // Then
        assertThat(email(read.ad()).subject()).isEqualTo(subject);
    }

    @Test
    void a_start_may_be_a_month_that_is_not_firm() {
        // When
        var read = french("Date de début prévisionnelle : juillet 2026");

        // Then
        assertThat(read.ad().start()).isEqualTo(new Start.InMonth(YearMonth.of(2026, 7), true));
    }

    @Test
    void a_language_of_people_is_no_language_of_the_work() {
        // When
        var read = french(
                "Vous travaillez avec les autorités de l'État et les associations, et le gouvernement français.");

        // Then
        assertThat(read.ad().languages()).isEmpty();
    }

    @Test
    void every_line_of_the_notice_is_kept() {
        // When
        var sections = NoticeReader.read("centre", ENGLISH, null)
                .ad()
                .texts()
                .get("en")
                .sections();

        // Then
        var kept = new StringBuilder();
        sections.forEach(section -> {
            kept.append(section.heading()).append(' ');
            section.paragraphs().forEach(paragraph -> kept.append(paragraph).append(' '));
            section.items().forEach(item -> kept.append(item).append(' '));
        });
        for (var word : ENGLISH.substring(ENGLISH.indexOf("About us")).split("[\\s-]+")) {
            assertThat(kept).contains(word);
        }
    }

    @Test
    void a_text_in_neither_language_is_asked_about_and_nothing_is_made_up() {
        // When
        var read = NoticeReader.read("omct", "Rechtsberater*in gesucht", null);

        // Then
        assertThat(read.ad().originalLanguage()).isNull();
        assertThat(read.ad().texts()).isEmpty();
        assertThat(read.doubts()).extracting(Doubt::pointer).contains("/originalLanguage");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "poste recrute au sein de son ",
                "contrat ",
                "( ",
                "Ab, ",
                "1 1 1 1/1 ",
                "objet «",
                "renouvelable sous réserve ",
                "experience dix à ",
                "\u0000\u202e\ud83d",
                "- "
            })
    void hostile_text_takes_no_time_and_breaks_nothing(String piece) {
        // Given
        var notice = piece.repeat(100_000 / piece.length());

        // Then
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThatCode(() -> french(notice))
                .doesNotThrowAnyException());
    }

    private static HowToApply.Email email(JobAd ad) {
        var apply = ad.apply();
        assertThat(apply).isNotNull();
        assertThat(apply.email()).isNotNull();
        return apply.email();
    }

    private static ReadNotice french(String text) {
        return NoticeReader.read("omct", text, "fr");
    }
}
