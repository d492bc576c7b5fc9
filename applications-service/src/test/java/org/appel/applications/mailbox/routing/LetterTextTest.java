package org.appel.applications.mailbox.routing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LetterTextTest {
    private static final String BODY =
            "Je travaille depuis six ans avec des organisations de la société civile et je connais leurs dossiers. ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Madame, Monsieur,", "Mesdames et Messieurs,", "Chère Madame,", "Monsieur le Secrétaire général,",
                        "Dear Sir or Madam,",
                "Dear Hiring Committee,", "To whom it may concern,", "Bonjour,", "Estimados señores:",
                        "Sehr geehrte Damen und Herren,",
                "السيدة المديرة،", "تحية طيبة وبعد،", "À l’attention de Madame la Directrice"
            })
    void a_long_text_that_greets_is_a_letter(String greeting) {
        assertThat(PaperTeller.looksLikeLetter(greeting + "\n\n" + BODY.repeat(7) + "\n\nCordialement,\nAmina"))
                .isTrue();
    }

    @Test
    void a_note_is_none() {
        assertThat(PaperTeller.looksLikeLetter("Bonjour,\n\nVeuillez trouver ci-joint ma candidature.\n\nCordialement"))
                .isFalse();
        assertThat(PaperTeller.looksLikeLetter("")).isFalse();
        assertThat(PaperTeller.looksLikeLetter("Bonjour,\n" + " \n".repeat(900)))
                .isFalse();
    }

    @Test
    void a_long_text_that_greets_nobody_is_none() {
        assertThat(PaperTeller.looksLikeLetter(BODY.repeat(20))).isFalse();
    }

    @Test
    void what_follows_the_closing_formula_does_not_count() {
        // Given
        var notice = "Ce message et ses pièces jointes sont confidentiels et à l’usage exclusif de leur destinataire. ";

        // Then
        assertThat(PaperTeller.looksLikeLetter(
                        "Bonjour,\n\nVoici mon CV.\n\nBien cordialement,\nAmina\n\n" + notice.repeat(12)))
                .isFalse();
        assertThat(PaperTeller.looksLikeLetter("Bonjour,\n\nVoici mon CV.\n-- \nAmina\n" + notice.repeat(12)))
                .isFalse();
    }

    @Test
    void what_others_wrote_does_not_count() {
        // Given
        var quoted = "Madame, Monsieur,\n" + BODY.repeat(12);

        // Then
        assertThat(PaperTeller.looksLikeLetter("Voici.\n\n> " + quoted.replace("\n", "\n> ")))
                .isFalse();
        assertThat(PaperTeller.looksLikeLetter("Voici.\n\nLe 3 avril 2026, Amina a écrit :\n" + quoted))
                .isFalse();
        assertThat(PaperTeller.looksLikeLetter("Voici.\n\n---------- Forwarded message ---------\n" + quoted))
                .isFalse();
    }
}
