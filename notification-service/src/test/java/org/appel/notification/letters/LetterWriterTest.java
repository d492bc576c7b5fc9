package org.appel.notification.letters;

import java.util.List;
import java.util.Map;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.appel.notification.RunningService;
import org.appel.notification.model.Acknowledgements;
import org.appel.notification.model.IntakeCounts;
import org.appel.notification.model.Kind;
import org.appel.notification.model.Language;
import org.appel.notification.model.LetterContent.ApplicationNotice;
import org.appel.notification.model.LetterContent.Document;
import org.appel.notification.model.LetterContent.IntakeSummary;
import org.appel.notification.model.LetterContent.ToCandidate;
import org.appel.notification.model.Occasion.IntakeOver;

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

    private final LetterWriter letters;

    LetterWriterTest(LetterWriter letters) {
        this.letters = letters;
    }

    @Test
    void an_acknowledgement_in_french_says_all_that_a_candidate_wants_to_know() {
        // Given
        var content = new ToCandidate(anOpenPosting(), aFirstApplication(), "Amel Ben Salah", DOCUMENTS, true);

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
        var content = new ToCandidate(anOpenPosting(), aFirstApplication(), "Amel Ben Salah", DOCUMENTS, true);

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
        var content = new ToCandidate(anOpenPosting(), anUpdate(), "Amel", DOCUMENTS, true);

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
        var content = new ToCandidate(anOpenPosting(), aFirstApplication(), "Amel", DOCUMENTS, false);

        // When
        var letter = letters.write(content, Language.FR);

        // Then
        assertThat(letter.text()).doesNotContain("Corriger");
        assertThat(letter.html()).doesNotContain("Corriger");
    }

    @Test
    void without_a_deadline_it_can_be_replaced_as_long_as_the_posting_is_open() {
        // Given
        var content =
                new ToCandidate(aPosting(Map.of("fr", "Juriste"), null), aFirstApplication(), "Amel", List.of(), true);

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
                true);

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
                true);

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

    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_sample_can_be_written_in_every_language(Kind kind) {
        // When
        var letter = letters.write(Samples.of(kind), Language.EN);

        // Then
        assertThat(letter.html()).contains("</html>").doesNotContain("NOT_FOUND", "{");
        assertThat(letter.text()).doesNotContain("NOT_FOUND", "&#", "&amp;", "\n\n\n");
    }
}
