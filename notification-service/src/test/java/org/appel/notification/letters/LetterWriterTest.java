package org.appel.notification.letters;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.appel.notification.RunningService;
import org.appel.notification.model.Acknowledgements;
import org.appel.notification.model.Decline;
import org.appel.notification.model.IntakeCounts;
import org.appel.notification.model.Kind;
import org.appel.notification.model.Language;
import org.appel.notification.model.LetterContent.AccessLink;
import org.appel.notification.model.LetterContent.ApplicationNotice;
import org.appel.notification.model.LetterContent.Document;
import org.appel.notification.model.LetterContent.IntakeSummary;
import org.appel.notification.model.LetterContent.MailAnswer;
import org.appel.notification.model.LetterContent.MailTaken;
import org.appel.notification.model.LetterContent.Missing;
import org.appel.notification.model.LetterContent.RetentionNotice;
import org.appel.notification.model.LetterContent.ToCandidate;
import org.appel.notification.model.LetterContent.Unusable;
import org.appel.notification.model.LetterContent.WebhookNotice;
import org.appel.notification.model.LetterContent.Withdrawal;
import org.appel.notification.model.Occasion.ApplicationWithdrawn;
import org.appel.notification.model.Occasion.IntakeOver;
import org.appel.notification.model.Occasion.LinkRequested;
import org.appel.notification.model.Occasion.MessageDeclined;
import org.appel.notification.model.Occasion.RetentionEnding;
import org.appel.notification.model.Occasion.WebhookDisabled;
import org.appel.notification.model.WebhookEnd;

import static org.appel.notification.NotificationFixtures.APPLICATION;
import static org.appel.notification.NotificationFixtures.NOW;
import static org.appel.notification.NotificationFixtures.TITLE;
import static org.appel.notification.NotificationFixtures.aFirstApplication;
import static org.appel.notification.NotificationFixtures.aPosting;
import static org.appel.notification.NotificationFixtures.anOpenPosting;
import static org.appel.notification.NotificationFixtures.anUpdate;
import static org.appel.notification.NotificationFixtures.brusselsDeadline;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@RunningService
class LetterWriterTest {

    private static final List<Document> DOCUMENTS =
            List.of(new Document("cover_letter", "Lettre.pdf"), new Document("cv", "CV.pdf"));

    private static final String LINK = "https://appel.example/my/applications/" + APPLICATION + "?token=abc";

    private final LetterWriter letters;

    LetterWriterTest(LetterWriter letters) {
        this.letters = letters;
    }

    @Test
    void an_acknowledgement_in_french_says_all_that_a_candidate_wants_to_know() {
        // Given
        var content = new ToCandidate(
                anOpenPosting(),
                aFirstApplication(),
                "Amel Ben Salah",
                DOCUMENTS,
                true,
                Missing.NOTHING,
                List.of(),
                null);

        // When
        var letter = letters.write(content, Language.FR);

        // Then
        assertThat(letter.subject()).isEqualTo("Candidature reçue\u00a0: " + TITLE);
        assertThat(letter.text())
                .contains("Bonjour Amel Ben Salah,")
                .contains("Nous avons bien reçu votre candidature au poste «\u00a0" + TITLE + "\u00a0».")
                .contains("Référence\u00a0: OMCT-2025-07")
                .contains("Organisation mondiale contre la torture (OMCT)")
                .contains("Reçue le\u00a0: 21\u00a0juillet 2025 à 16\u00a0h\u00a003 (heure d’Europe centrale)")
                .contains(APPLICATION.toString())
                .contains("Documents reçus")
                .contains("- Lettre de motivation (Lettre.pdf)")
                .contains("- CV (CV.pdf)")
                .contains("1. une épreuve écrite")
                .contains("2. un entretien devant un jury")
                .contains("en postulant de nouveau")
                .contains("jusqu’au 3\u00a0août 2025 à 23\u00a0h\u00a059 (heure d’Europe centrale)");
    }

    @Test
    void both_forms_say_the_same_and_the_page_says_its_language() {
        // Given
        var content = new ToCandidate(
                anOpenPosting(),
                aFirstApplication(),
                "Amel Ben Salah",
                DOCUMENTS,
                true,
                Missing.NOTHING,
                List.of(),
                null);

        // When
        var letter = letters.write(content, Language.EN);

        // Then
        assertThat(letter.subject()).isEqualTo("Application received: Civic space protection officer (Tunisia/EU)");
        assertThat(letter.html()).contains("<html lang=\"en\">");
        assertThat(List.of(letter.text(), letter.html())).allSatisfy(form -> assertThat(form)
                .contains("Hello Amel Ben Salah,")
                .contains("Cover letter (Lettre.pdf)")
                .contains("21\u00a0July 2025 at 16:03 (Central European Time)")
                .contains("until 3\u00a0August 2025 at 23:59 (Central European Time)")
                .contains("a written test"));
    }

    @Test
    void an_update_says_that_it_is_one() {
        // Given
        var content =
                new ToCandidate(anOpenPosting(), anUpdate(), "Amel", DOCUMENTS, true, Missing.NOTHING, List.of(), null);

        // When
        var letter = letters.write(content, Language.FR);

        // Then
        assertThat(letter.subject()).startsWith("Candidature mise à jour");
        assertThat(letter.text())
                .contains("Elle remplace la précédente.")
                .doesNotContain("votre candidature au poste «\u00a0X");
    }

    @Test
    void after_the_deadline_nothing_is_said_of_replacing() {
        // Given
        var content = new ToCandidate(
                anOpenPosting(), aFirstApplication(), "Amel", DOCUMENTS, false, Missing.NOTHING, List.of(), null);

        // When
        var letter = letters.write(content, Language.FR);

        // Then
        assertThat(letter.text()).doesNotContain("Corriger");
        assertThat(letter.html()).doesNotContain("Corriger");
    }

    @Test
    void without_a_deadline_it_can_be_replaced_as_long_as_the_posting_is_open() {
        // Given
        var content = new ToCandidate(
                aPosting(Map.of("fr", "Juriste"), null),
                aFirstApplication(),
                "Amel",
                List.of(),
                true,
                Missing.NOTHING,
                List.of(),
                null);

        // When
        var letter = letters.write(content, Language.EN);

        // Then
        assertThat(letter.text()).contains("As long as the position is open").doesNotContain("Documents received");
    }

    @Test
    void hostile_text_stays_text() {
        // Given
        var hostile =
                aPosting(Map.of("fr", "<script>alert(1)</script>\r\nBcc: x@evil.example {7*7}"), brusselsDeadline());
        var content = new ToCandidate(
                hostile,
                aFirstApplication(),
                "<img src=x onerror=alert(1)>",
                List.of(new Document("<b>cv</b>", "\"><script>x</script>.pdf")),
                true,
                Missing.NOTHING,
                List.of(),
                null);

        // When
        var letter = letters.write(content, Language.FR);

        // Then
        assertThat(letter.subject()).doesNotContain("\r", "\n").contains("{7*7}");
        assertThat(letter.html())
                .doesNotContain("<script", "<img", "<b>")
                .contains("&lt;script&gt;")
                .contains("{7*7}");
        assertThat(letter.text()).contains("<script>alert(1)</script> Bcc");
    }

    @Test
    void a_name_that_advertises_something_is_not_repeated() {
        // Given
        var content = new ToCandidate(
                anOpenPosting(),
                aFirstApplication(),
                "Win at https://evil.example",
                List.of(new Document("cv", "buy-at-evil.example.com now.pdf")),
                true,
                Missing.NOTHING,
                List.of(),
                null);

        // When
        var letter = letters.write(content, Language.EN);

        // Then
        assertThat(letter.text()).startsWith("Hello,").contains("- CV\n").doesNotContain("evil");
        assertThat(letter.html()).doesNotContain("evil");
    }

    @Test
    void a_notice_to_hr_has_number_and_link_and_nothing_of_the_candidate() {
        // Given
        var content = new ApplicationNotice(
                anOpenPosting(), aFirstApplication(), "https://hr.example/applications/" + APPLICATION);

        // When
        var letter = letters.write(content, Language.FR);

        // Then
        assertThat(letter.subject()).isEqualTo("Candidature n°\u00a012\u00a0: " + TITLE);
        assertThat(letter.text())
                .contains("https://hr.example/applications/" + APPLICATION)
                .contains("Candidature n°\u00a0: 12");
        assertThat(letter.html()).contains("<a href=\"https://hr.example/applications/" + APPLICATION + "\"");
    }

    @Test
    void a_summary_gives_every_number_and_they_add_up() {
        // Given
        var counts = new IntakeCounts(25, 13, 2, 3, Map.of("deadline-passed", 4, "invalid-application", 2), 1);
        var content = new IntakeSummary(
                anOpenPosting(),
                new IntakeOver(brusselsDeadline().closesAt(), 12, counts),
                Acknowledgements.of(15, 13, 1, 0),
                NOW);

        // When
        var letter = letters.write(content, Language.FR);

        // Then
        assertThat(letter.subject()).isEqualTo("Délai passé, 12\u00a0candidatures\u00a0: " + TITLE);
        assertThat(letter.text())
                .contains("le 3\u00a0août 2025 à 23\u00a0h\u00a059")
                .contains("12 candidatures")
                .contains("Nouvelles candidatures\u00a0: 13")
                .contains("Mises à jour par la même personne\u00a0: 2")
                .contains("Envois répétés à l’identique\u00a0: 3")
                .contains("Refus\u00a0: 6")
                .contains("après le délai\u00a0: 4")
                .contains("dossier incomplet ou illisible\u00a0: 2")
                .contains("Courriels à classer à la main\u00a0: 1")
                .contains("Total\u00a0: 25")
                .contains("Envoyés\u00a0: 13")
                .contains("Abandonnés\u00a0: 1")
                .contains("Encore à envoyer\u00a0: 1")
                .contains("Total\u00a0: 15");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|Délai passé, aucune candidature|Deadline passed, no application",
                "1|Délai passé, 1 candidature|Deadline passed, 1 application",
                "2|Délai passé, 2 candidatures|Deadline passed, 2 applications"
            })
    void a_number_has_its_plural_form(int applications, String french, String english) {
        // Given
        var counts = new IntakeCounts(applications, applications, 0, 0, Map.of(), 0);
        var content = new IntakeSummary(
                anOpenPosting(),
                new IntakeOver(brusselsDeadline().closesAt(), applications, counts),
                Acknowledgements.of(applications, 0, 0, 0),
                NOW);

        // When
        var subjects = List.of(
                letters.write(content, Language.FR).subject().replace('\u00a0', ' '),
                letters.write(content, Language.EN).subject());

        // Then
        assertThat(subjects.getFirst()).startsWith(french + " :");
        assertThat(subjects.getLast()).startsWith(english + ":");
    }

    @Test
    void an_acknowledgement_gives_the_link_and_says_what_it_allows() {
        // Given
        var content = new ToCandidate(
                anOpenPosting(), aFirstApplication(), "Amel", DOCUMENTS, true, Missing.NOTHING, List.of(), LINK);

        // When
        var letter = letters.write(content, Language.FR);

        // Then
        assertThat(letter.text())
                .contains("\n" + LINK + "\n")
                .contains("le compléter ou en remplacer les documents jusqu’au 3\u00a0août 2025 à 23\u00a0h\u00a059")
                .contains("retirer votre candidature, exporter vos données et les faire effacer")
                .doesNotContain("en postulant de nouveau");
        assertThat(letter.html()).contains("<a href=\"" + LINK + "\"");
    }

    @Test
    void after_the_deadline_the_link_does_not_promise_that_documents_can_be_replaced() {
        // Given
        var content = new ToCandidate(
                anOpenPosting(), aFirstApplication(), "Amel", DOCUMENTS, false, Missing.NOTHING, List.of(), LINK);

        // When
        var letter = letters.write(content, Language.EN);

        // Then
        assertThat(letter.text())
                .contains(LINK)
                .contains("withdraw it, export your data")
                .doesNotContain("replace");
    }

    @Test
    void an_incomplete_application_is_told_what_is_missing_and_until_when() {
        // Given
        var missing =
                new Missing(List.of("cv", "cover_letter"), brusselsDeadline().closesAt());
        var content = new ToCandidate(
                anOpenPosting(), aFirstApplication(), "Amel", List.of(), true, missing, List.of(), LINK);

        // When
        var letter = letters.write(content, Language.FR);

        // Then
        assertThat(letter.subject()).isEqualTo("Candidature reçue, dossier incomplet\u00a0: " + TITLE);
        assertThat(letter.text())
                .contains("Il manque des documents à votre dossier\n  - CV\n  - Lettre de motivation\n")
                .contains("Vous pouvez les ajouter jusqu’au 3\u00a0août 2025 à 23\u00a0h\u00a059"
                        + " (heure d’Europe centrale), par le lien ci-dessous.")
                .contains("déjà enregistrée");
        assertThat(letter.html()).contains("Il manque des documents").contains(">CV</li>");
    }

    @Test
    void what_is_missing_without_a_link_is_added_by_applying_again() {
        // Given
        var content = new ToCandidate(
                aPosting(Map.of("fr", "Juriste"), null),
                aFirstApplication(),
                "Amel",
                List.of(),
                true,
                new Missing(List.of("cv"), null),
                List.of(),
                null);

        // When
        var letter = letters.write(content, Language.EN);

        // Then
        assertThat(letter.text())
                .contains("A document is missing from your application\n  - CV\n")
                .contains("You can add it as long as the position is open by applying again");
    }

    @Test
    void an_address_that_may_be_somebody_elses_is_told_nothing_personal() {
        // When
        var letter = letters.write(new MailTaken(anOpenPosting(), aFirstApplication()), Language.FR);

        // Then
        assertThat(List.of(letter.text(), letter.html())).allSatisfy(form -> assertThat(form)
                .contains(TITLE)
                .contains("nous est parvenu et a été enregistré")
                .doesNotContain("http", APPLICATION.toString(), "Amel", "CV", "épreuve"));
        assertThat(letter.subject()).isEqualTo("Message reçu\u00a0: " + TITLE);
    }

    @Test
    void who_was_late_sees_both_moments() {
        // Given
        var late = new MessageDeclined(
                APPLICATION, Decline.LATE, "fr", brusselsDeadline().closesAt());
        var content = new MailAnswer(
                "OMCT", anOpenPosting(), late, "Amel", brusselsDeadline().closesAt(), false, List.of(), "");

        // When
        var letter = letters.write(content, Language.FR);

        // Then
        assertThat(letter.subject()).isEqualTo("Candidature arrivée après le délai\u00a0: " + TITLE);
        assertThat(letter.text())
                .contains("Bonjour Amel,")
                .contains("Arrivé le\u00a0: 4\u00a0août 2025 à 0\u00a0h\u00a000 (heure d’Europe centrale)")
                .contains("Fin du délai\u00a0: 3\u00a0août 2025 à 23\u00a0h\u00a059 (heure d’Europe centrale)")
                .contains("Nous ne pouvons donc pas la prendre en compte.");
    }

    @Test
    void a_mail_without_a_posting_is_answered_in_the_name_of_the_organisation() {
        // Given
        var unknown = new MessageDeclined(APPLICATION, Decline.UNKNOWN_VACANCY, "en", NOW);

        // When
        var letter = letters.write(new MailAnswer("OMCT", null, unknown, "", null, false, List.of(), ""), Language.EN);

        // Then
        assertThat(letter.subject()).isEqualTo("Your message could not be assigned");
        assertThat(letter.text())
                .startsWith("Hello,\n")
                .contains("Organisation: OMCT")
                .contains("exactly the subject that the notice asks for")
                .doesNotContain("Reference");
        assertThat(letter.html()).contains("<h1").contains("Your message of 21\u00a0July 2025 at 14:03 (UTC)");
    }

    @Test
    void documents_that_cannot_be_used_may_be_sent_again_while_the_posting_is_open() {
        // Given
        var unusable = new MessageDeclined(APPLICATION, Decline.UNUSABLE_DOCUMENTS, "fr", NOW);

        // When
        var open = letters.write(
                new MailAnswer("OMCT", anOpenPosting(), unusable, "", null, true, List.of(), ""), Language.FR);
        var over = letters.write(
                new MailAnswer("OMCT", anOpenPosting(), unusable, "", null, false, List.of(), ""), Language.FR);

        // Then
        assertThat(open.text()).contains("PDF, DOCX, ODT, RTF et texte").contains("jusqu’au 3\u00a0août 2025");
        assertThat(over.text()).contains("PDF, DOCX, ODT, RTF et texte").doesNotContain("de nouveau");
    }

    @Test
    void what_hr_wrote_stands_as_they_wrote_it_and_is_not_called_automatic() {
        // Given
        var declined = new MessageDeclined(APPLICATION, Decline.ANSWERED_BY_HR, "fr", NOW);
        var words = "Madame,\r\n\r\n\r\nle <poste> est pourvu.\nMerci & bonne chance {x}\u0007\n\nLe secrétariat\n";

        // When
        var letter = letters.write(
                new MailAnswer("OMCT", anOpenPosting(), declined, "Amel", null, true, List.of(), words), Language.FR);

        // Then
        assertThat(letter.text())
                .contains("Madame,\n\nle <poste> est pourvu.\nMerci & bonne chance {x}\n\nLe secrétariat\n")
                .contains("Ce message a été écrit par\u00a0: OMCT.")
                .doesNotContain("Bonjour", "automatiquement", "\u0007");
        assertThat(letter.html())
                .contains("le &lt;poste&gt; est pourvu.<br>Merci &amp; bonne chance {x}</p>")
                .doesNotContain("automatiquement");
    }

    @Test
    void what_hr_says_does_not_go_to_an_address_that_may_be_somebody_elses() {
        // Given
        var declined = new MessageDeclined(APPLICATION, Decline.ANSWERED_BY_HR, "fr", NOW);

        // When
        var letter = letters.write(
                new MailAnswer("OMCT", anOpenPosting(), declined, "", null, true, List.of(), ""), Language.FR);

        // Then
        assertThat(letter.subject()).isEqualTo("Votre message n’a pas été enregistré");
        assertThat(letter.text())
                .contains("Nous ne pouvons pas en dire davantage")
                .contains("automatiquement");
    }

    @Test
    void each_document_that_could_not_be_used_is_named_in_the_language_of_the_letter() {
        // Given
        var unusable = List.of(
                new Unusable("CV.pdf", "The PDF is protected by a password"),
                new Unusable("lettre.docx", "This file carries a virus: it was not taken"),
                new Unusable("photos.zip", "The file is larger than 10 MiB"),
                new Unusable("note.txt", "The file is empty"),
                new Unusable("buy-at-evil.example now.exe", "This is no document"));
        var declined = new MessageDeclined(APPLICATION, Decline.UNUSABLE_DOCUMENTS, "fr", NOW);

        // When
        var answer = letters.write(
                new MailAnswer("OMCT", anOpenPosting(), declined, "", null, true, unusable, ""), Language.FR);
        var acknowledgement = letters.write(
                new ToCandidate(
                        anOpenPosting(), aFirstApplication(), "", DOCUMENTS, true, Missing.NOTHING, unusable, LINK),
                Language.FR);

        // Then
        assertThat(List.of(answer.text(), acknowledgement.text())).allSatisfy(text -> assertThat(text)
                .contains("- CV.pdf\u00a0: protégé par un mot de passe\n")
                .contains("- lettre.docx\u00a0: porteur d’un virus\n")
                .contains("- photos.zip\u00a0: trop volumineux\n")
                .contains("- note.txt\u00a0: vide\n")
                .contains("- Document sans nom\u00a0: illisible")
                .contains("PDF, DOCX, ODT, RTF et texte")
                .doesNotContain("password", "evil"));
        assertThat(acknowledgement.html()).contains("Documents qui n’ont pas pu être utilisés");
    }

    @Test
    void a_withdrawal_says_that_it_happened_and_what_to_do_if_it_was_somebody_else() {
        // Given
        var content = new Withdrawal(anOpenPosting(), new ApplicationWithdrawn(APPLICATION, "fr", NOW), "Amel", LINK);

        // When
        var letter = letters.write(content, Language.FR);

        // Then
        assertThat(letter.subject()).isEqualTo("Candidature retirée\u00a0: " + TITLE);
        assertThat(letter.text())
                .contains("Retirée le\u00a0: 21\u00a0juillet 2025 à 16\u00a0h\u00a003")
                .contains(LINK)
                .contains("Si vous n’avez pas demandé ce retrait, répondez à ce message.");
    }

    @Test
    void a_link_that_was_asked_for_can_be_ignored_by_who_did_not_ask() {
        // Given
        var content = new AccessLink(anOpenPosting(), new LinkRequested(APPLICATION, "en", NOW), "Amel", LINK, true);

        // When
        var letter = letters.write(content, Language.EN);

        // Then
        assertThat(letter.text())
                .contains("\n" + LINK + "\n")
                .contains("has just been asked for")
                .contains("replace its documents until 3\u00a0August 2025")
                .contains("If you have asked for nothing, you can ignore this message");
    }

    @Test
    void a_candidate_hears_on_which_day_the_application_will_be_erased() {
        // Given
        var ending = new RetentionEnding(APPLICATION, "fr", LocalDate.of(2027, 9, 1), NOW);

        // When
        var letter = letters.write(new RetentionNotice(anOpenPosting(), ending, "Amel", null), Language.FR);

        // Then
        assertThat(letter.subject())
                .isEqualTo("Votre candidature sera effacée le 1er\u00a0septembre 2027\u00a0: " + TITLE);
        assertThat(letter.text())
                .contains("sera effacée le 1er\u00a0septembre 2027.")
                .doesNotContain("http", "exportez");
    }

    @Test
    void the_owner_of_a_webhook_reads_it_in_both_languages() {
        // Given
        var disabled = new WebhookDisabled(APPLICATION, WebhookEnd.FAILING, NOW, NOW.plusSeconds(432_000));
        var content = new WebhookNotice(disabled, "Jobs\r\nBcc: x", "https://jobs.example/in?a=1&b=<2>");

        // When
        var letter = letters.write(content, Language.EN);

        // Then
        assertThat(letter.subject()).isEqualTo("Your webhook is no longer called: Jobs Bcc: x");
        assertThat(letter.text())
                .containsSubsequence(
                        "Failing since: 21\u00a0July 2025 at 14:03 (UTC)",
                        "No longer called since: 26\u00a0July 2025 at 14:03 (UTC)",
                        "Nothing is lost.",
                        "POST /webhooks/" + APPLICATION + "/activation",
                        "GET /postings/changes",
                        "En échec depuis le\u00a0: 21\u00a0juillet 2025 à 14\u00a0h\u00a003 (UTC)",
                        "Rien n’est perdu.")
                .contains("Address called: https://jobs.example/in?a=1&b=<2>");
        assertThat(letter.html())
                .contains("<div lang=\"en\"", "<div lang=\"fr\"")
                .doesNotContain("<2>", "NOT_FOUND");
    }

    @Test
    void a_webhook_that_asked_for_no_more_has_no_day_of_its_first_failure() {
        // Given
        var disabled = new WebhookDisabled(APPLICATION, WebhookEnd.GONE, null, NOW);

        // When
        var letter = letters.write(new WebhookNotice(disabled, "Jobs", "https://jobs.example/in"), Language.FR);

        // Then
        assertThat(letter.subject()).isEqualTo("Votre webhook n’est plus appelé\u00a0: Jobs");
        assertThat(letter.text())
                .containsSubsequence("«\u00a0410 Gone\u00a0»", "“410 Gone”")
                .doesNotContain("Failing since", "En échec");
    }

    static Stream<Arguments> everySample() {
        return Stream.of(Kind.values())
                .flatMap(kind -> Samples.variants(kind).stream().flatMap(variant -> Stream.of(Language.values())
                        .map(language -> Arguments.of(kind, variant, language))));
    }

    @ParameterizedTest
    @MethodSource("everySample")
    void every_sample_can_be_written_in_every_language(Kind kind, String variant, Language language) {
        // When
        var letter = letters.write(Samples.of(kind, variant).orElseThrow(), language);

        // Then
        assertThat(letter.html()).contains("</html>").doesNotContain("NOT_FOUND", "{");
        assertThat(letter.text()).doesNotContain("NOT_FOUND", "&#", "&amp;", "\n\n\n", "{");
        assertThat(letter.subject()).isNotBlank();
    }
}
