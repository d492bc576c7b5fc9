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
    void the_office_that_recruits_is_not_quoted_where_the_place_of_work_is_said() {
        // When
        var read = french("""
                Juriste

                Le bureau de Tunis recrute un·e juriste.
                Le poste est basé à Genève.""");

        // Then
        assertThat(read.ad().places()).containsExactly(new Place("Genève", "CH", null));
        assertThat(read.found())
                .filteredOn(found -> found.pointer().equals("/places"))
                .extracting(Finding::words)
                .containsExactly("Le poste est basé à Genève.");
    }

    @Test
    void several_kinds_of_contract_are_named_in_one_order() {
        // When
        var read = french("""
                Juriste

                Contrat à durée indéterminée, après un contrat temporaire ou un contrat à durée déterminée.""");

        // Then
        assertThat(read.ad().contract()).isNull();
        assertThat(read.doubts())
                .extracting(Doubt::detail)
                .containsExactly(
                        "is said in more than one way, here as permanent",
                        "is said in more than one way, here as fixed-term",
                        "is said in more than one way, here as temporary");
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le contrat est de 12 mois, non renouvelable.",
                "Le contrat de 12 mois n'est pas renouvelable.",
                "Contrat de 12 mois sans possibilité de renouvellement.",
                "This is a non-renewable position for 12 months.",
                "The contract of 12 months cannot be renewed."
            })
    void what_is_not_renewed_is_not_renewable(String notice) {
        // When
        var contract = french(notice).ad().contract();

        // Then
        assertThat(contract).isEqualTo(new Contract(Contract.Type.FIXED_TERM, 12, false, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Vous suivez les énergies et travaillez on renewable energy.",
                "Draft interim and final reports with open-ended questions.",
                "The position requires travel for three weeks twice a year.",
                "Le poste demande un diplôme d'une durée de trois ans."
            })
    void other_times_and_energies_are_no_contract(String notice) {
        // When
        var read = french("Juriste\n\n" + notice);

        // Then
        assertThat(read.ad().contract()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Juriste (80-100%)", "Juriste (80 % à 100 %)", "Juriste\n\nTaux d'activité : 60 à 80 %"})
    void one_of_several_workloads_is_none(String notice) {
        // When
        var read = french(notice);

        // Then
        assertThat(read.ad().workload()).isNull();
        assertThat(read.doubts()).extracting(Doubt::pointer).containsExactly("/workloadPercent");
        assertThat(read.ad().texts().get("fr").title()).isEqualTo("Juriste");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Excellent command of English and French, working knowledge of Arabic would be an asset. | en+ fr+ ar",
                "Strong written and spoken English, French an asset. | en+ fr",
                "Maîtrise du français, bonnes connaissances d'anglais, l'espagnol serait un atout. | fr+ en+ es",
                "La connaissance de l'arabe, de l'anglais ou du russe serait un atout. | ar en ru",
                "La connaissance d'autres langues (français, espagnol ou russe) sera un atout. | fr es ru",
                "Français (C2), anglais (B2) exigés. | fr+C2 en+B2",
                "Fluency in English or French is required. | ''",
                "Le réseau créé par l'association utilise plusieurs langues. | ''",
                "You draft and polish texts in written form. | ''",
                "Bonne connaissance du monde arabe, and knowledge of German politics. | ''"
            })
    void each_language_is_required_or_an_asset_as_its_words_say(String notice, String languages) {
        // When
        var read = french("Juriste\n\n" + notice).ad().languages();

        // Then
        assertThat(String.join(
                        " ",
                        read.stream()
                                .map(language -> language.code()
                                        + (language.need() == Need.REQUIRED ? "+" : "")
                                        + (language.level() != null
                                                        && language.level().length() == 2
                                                ? language.level()
                                                : ""))
                                .toList()))
                .isEqualTo(languages);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le salaire brut est de 3 000 EUR (2 340 EUR net) par mois.",
                "Le salaire est de 3 250 CHF pour un 50 % (6 500 CHF à 100 %) par mois.",
                "Le salaire est de 1 500 000 FCFA (environ 2 300 euros) par mois.",
                "The salary is £45k - £52k per year.",
                "The salary is CAD $60,000 per year.",
                "Le salaire est de 99999999999999999 CHF par an.",
                "La rémunération est de 350 € par jour pour 25 jours, soit 8 750 €."
            })
    void figures_that_may_be_meant_otherwise_are_left_to_a_person(String notice) {
        // When
        var read = french("Juriste\n\n" + notice);

        // Then
        assertThat(read.ad().pay()).isNull();
        assertThat(read.doubts()).extracting(Doubt::pointer).containsOnly("/pay");
    }

    @Test
    void thirteen_payments_are_no_amount() {
        // When
        var pay = french("Juriste\n\nLe salaire brut est de 6 500 CHF x 13 par mois.")
                .ad()
                .pay();

        // Then
        assertThat(pay).isEqualTo(new Pay(650_000L, null, "CHF", Pay.Period.MONTH, true, 13, null, null));
    }

    @Test
    void the_money_of_others_is_no_pay() {
        // When
        var read = french("Juriste\n\nVous gérez les honoraires des consultants (budget de 50 000 € par an).");

        // Then
        assertThat(read.ad().pay()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bac + 5 ans et au moins 8 ans d'expérience. | 8",
                "Deux ans d'études et cinq ans d'expérience. | 5",
                "Expérience professionnelle d'au moins 5 ans. | 5",
                "Minimum 7 years' experience in law. | 7",
                "At least 10 years of progressively responsible, relevant experience. | 10"
            })
    void years_of_experience_are_those_that_are_said_to_be(String notice, int years) {
        // When
        var read = french("Juriste\n\n" + notice);

        // Then
        assertThat(read.ad().experience()).isEqualTo(new Experience(years, null));
        assertThat(read.doubts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Moins de 3 ans d'expérience.",
                "5 years of experience (or 3 years with a university degree).",
                "Up to 2 years of experience."
            })
    void years_that_may_be_meant_otherwise_are_left_to_a_person(String notice) {
        // When
        var read = french("Juriste\n\n" + notice);

        // Then
        assertThat(read.ad().experience()).isNull();
        assertThat(read.doubts()).extracting(Doubt::pointer).containsOnly("/experienceYears");
    }

    @Test
    void the_age_of_an_organisation_is_no_experience() {
        // When
        var read = french("Juriste\n\nA propos\n\nForte de 40 ans d'expérience, l'association soutient les victimes.");

        // Then
        assertThat(read.ad().experience()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Successful candidates are expected to take up duty no later than 1 September 2026.",
                "Le candidat sera engagé jusqu'au 31 décembre 2026.",
                "Les candidats retenus seront informés au plus tard le 30 avril 2026."
            })
    void days_after_the_selection_are_no_deadline(String notice) {
        assertThat(french("Juriste\n\n" + notice).ad().deadline()).isNull();
    }

    @Test
    void an_offset_is_no_utc() {
        // When
        var read = NoticeReader.read("omct", "Send your application by 5 May 2026, 23:59 UTC/GMT+2.", "en");

        // Then
        assertThat(read.ad().deadline())
                .isEqualTo(new Deadline.Printed(LocalDate.of(2026, 5, 5), LocalTime.of(23, 59), null, "by 5 May 2026"));
        assertThat(read.doubts()).extracting(Doubt::pointer).contains("/deadline/zone");
    }

    @Test
    void a_date_torn_apart_by_blanks_is_read_or_left_and_breaks_nothing() {
        assertThatCode(() -> french("Date limite de candidature : 3" + " ".repeat(90) + "avril 2026"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Researcher, Nairobi<>Duty station: Geneva | ''",
                "Juriste<>Lieu de travail : Genève, avec des déplacements à Dakar et à Bamako | Genève",
                "Juriste<>Lieu de travail : Genève ou Bruxelles | ''",
                "Juriste, Genève, Suisse<>Lieu de travail : Genève | Genève"
            })
    void a_place_of_work_is_the_one_that_is_said(String notice, String city) {
        // When
        var places = french(notice.replace("<>", "\n\n")).ad().places();

        // Then
        assertThat(String.join(" ", places.stream().map(Place::city).toList())).isEqualTo(city);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Organisation mondiale contre la torture (OMCT)<>Poste : Juriste",
                "Reference: VN 2026/12<>Juriste",
                "Genève, le 3 mars 2026<>Juriste",
                "AVIS DE VACANCE<>Juriste",
                "L'OMCT recrute un(e) juriste, Tunis, Tunisie"
            })
    void the_title_is_what_the_post_is_called(String notice) {
        assertThat(french(notice.replace("<>", "\n")).ad().texts().get("fr").title())
                .isEqualTo("Juriste");
    }

    @Test
    void what_is_not_asked_for_is_not_asked_for() {
        // When
        var read = french("""
                Juriste

                No work permit is required.

                Candidatures

                Envoyez votre CV à rh@omct.example. Aucune lettre de motivation. Pour toute question sur votre candidature :
                info@omct.example. Les entretiens commencent le 20 juin 2026.""");

        // Then
        assertThat(read.ad().workPermit()).isNull();
        assertThat(read.ad().apply())
                .isEqualTo(new HowToApply(
                        true, new HowToApply.Email("rh@omct.example", null), null, List.of("cv"), null, false));
        assertThat(read.ad().start()).isNull();
        assertThat(read.ad().selection()).isEmpty();
        assertThat(read.doubts()).extracting(Doubt::pointer).containsExactly("/workPermit", "/selection");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sous la supervision du Chef de mission, vous mettez en œuvre un projet pour une période de 36 mois.",
                "The position leads the implementation of a three-year project.",
                "The position is open to candidates of less than 35 years of age.",
                "The contract may be terminated with a notice period of three months.",
                "Vous suivez les travaux de la Commission du droit international (CDI).",
                "Forte de 30 ans d'expérience, notre association soutient les victimes.",
                "La connaissance de l'arabe n'est pas requise.",
                "Maîtrise d'au moins une des langues suivantes : anglais, espagnol, arabe.",
                "Notre réseau publie ses alertes en plusieurs langues : français, anglais et arabe.",
                "Le poste rend compte au Directeur basé à Genève.",
                "The position reports to the Head of Office based in Nairobi.",
                "La personne travaillera en étroite collaboration avec l'équipe basée à Bruxelles.",
                "Vous serez envoyé en mission jusqu'au 31 décembre 2027.",
                "The final report must be submitted no later than 31 August 2026.",
                "Date de début du projet : 1er janvier 2024",
                "The programme, starting in March 2023, protects defenders.",
                "At least 3 years in a full-time position in a law firm.",
                "Temps de travail : environ 30 % de déplacements.",
                "Legal advice is not given, and we cannot assist with a work permit.",
                "Nous offrons\n\nA per diem of USD 120 per day is paid during missions.",
                "Candidatures\n\nLes candidatures envoyées à info@omct.example ne seront pas prises en compte.",
                "Candidatures\n\nAvant de postuler, consultez notre politique sur https://www.omct.example/politique.",
                "Candidatures\n\nLa procédure ne comprend pas de test écrit."
            })
    void what_is_said_of_something_else_is_not_taken(String notice) {
        // When
        var read = french("Juriste\n\n" + notice);

        // Then
        assertThat(read.ad())
                .usingRecursiveComparison()
                .ignoringFields("texts")
                .isEqualTo(french("Juriste").ad());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Contrat de 6 à 12 mois.", "The internship is for a period of three to six months."})
    void a_contract_of_several_lengths_has_none(String notice) {
        // When
        var read = french("Juriste\n\n" + notice);

        // Then
        assertThat(read.ad().contract()).isNull();
        assertThat(read.doubts()).extracting(Doubt::pointer).containsOnly("/contract/months");
    }

    @Test
    void what_a_contract_may_become_is_not_what_it_is() {
        assertThat(french("Juriste\n\nContrat de 12 mois pouvant déboucher sur un CDI.")
                        .ad()
                        .contract())
                .isEqualTo(new Contract(Contract.Type.FIXED_TERM, 12, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le salaire est de 500 000 francs par mois, à Dakar.",
                "The salary is EUR 45-52,000 per year.",
                "La rémunération ne doit pas dépasser 400 euros par jour."
            })
    void money_that_cannot_be_told_is_left_to_a_person(String notice) {
        // When
        var read = french("Juriste\n\n" + notice);

        // Then
        assertThat(read.ad().pay()).isNull();
        assertThat(read.doubts()).extracting(Doubt::pointer).containsOnly("/pay");
    }

    @Test
    void a_start_by_agreement_is_not_firm() {
        assertThat(french("Juriste\n\nEntrée en fonction : 1er août 2026 ou à convenir")
                        .ad()
                        .start())
                .isEqualTo(new Start.OnDate(LocalDate.of(2026, 8, 1), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Amnesty International", "International Commission of Jurists"})
    void a_first_line_that_may_be_the_organisation_is_left_to_a_person(String organisation) {
        assertThat(french(organisation + "\n\nLegal Adviser\n\nYou will advise.")
                        .doubts())
                .extracting(Doubt::pointer)
                .containsExactly("/texts/fr/title");
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
    void words_from_which_several_documents_were_read_are_listed_once() {
        // When
        var read = french("Envoyez votre CV et votre lettre de motivation à postes@omct.example.");

        // Then
        assertThat(read.ad().apply()).extracting(HowToApply::documents).isEqualTo(List.of("cover_letter", "cv"));
        assertThat(read.found()).extracting(Finding::pointer).containsOnlyOnce("/apply/documents");
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
                "x                                        ",
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
