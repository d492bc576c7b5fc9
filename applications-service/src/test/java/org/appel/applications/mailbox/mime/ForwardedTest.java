package org.appel.applications.mailbox.mime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.appel.applications.model.EmailAddress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

class ForwardedTest {
    private static final EmailAddress JEANNE = new EmailAddress("jeanne@mail.example");

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Gmail
                "---------- Forwarded message ---------\nDe : Jeanne Doe <jeanne@mail.example>\nDate: lun. 7 juil. 2025\nSubject: CV\nTo: <rh@x.example>\n\nBonjour",
                "---------- Forwarded message ----------\nFrom: *Jeanne Doe* <jeanne@mail.example>\nDate: x\n\nHi",
                // Thunderbird
                "-------- Message transféré --------\nSujet : \tCV\nDate : \tlun.\nDe : \tJeanne Doe <jeanne@mail.example>\nPour : \trh@x.example\n",
                "-------- Forwarded Message --------\nSubject: \tCV\nDate: \tMon\nFrom: \tJeanne Doe <jeanne@mail.example>\n",
                // Zimbra
                "----- Mail transféré -----\nDe: \"Jeanne Doe\" <jeanne@mail.example>\nÀ: \"rh\" <rh@x.example>\n",
                "----- Message transféré -----\nDe : Jeanne Doe <jeanne@mail.example>\n",
                // Apple Mail
                "Begin forwarded message:\n\nFrom: Jeanne Doe <jeanne@mail.example>\nSubject: CV\n",
                "Début du message réexpédié :\n\nDe: Jeanne Doe <jeanne@mail.example>\nObjet: CV\n",
                "Début du message transféré :\n\nDe: Jeanne Doe <jeanne@mail.example>\n",
                // Others
                "------- Forwarded message -------\nFrom: Jeanne Doe <jeanne@mail.example>\n",
                "________ Forwarded message ________\nDe : jeanne@mail.example\n"
            })
    void a_message_that_is_quoted_whole_is_passed_on(String quotation) {
        // When
        var mail = text("CV", "Pour information\n\n" + quotation);

        // Then
        assertThat(mail.forwarded()).isNotNull();
        assertThat(mail.forwarded().quotedFrom()).isEqualTo(JEANNE);
        assertThat(mail.forwarded().original()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Outlook, in French and English, as plain text and as it comes out of HTML
                "De : Jeanne Doe <jeanne@mail.example>\nEnvoyé : lundi 7 juillet 2025 09:00\nÀ : RH\nObjet : CV\n",
                "De : Jeanne Doe [mailto:jeanne@mail.example]\nEnvoyé : lundi\nÀ : RH\n",
                "From: Jeanne Doe <jeanne@mail.example>\nSent: Monday\nTo: HR\nSubject: CV\n",
                "-----Message d'origine-----\nDe : Jeanne Doe <jeanne@mail.example>\nEnvoyé : lundi\n",
                "-----Original Message-----\nFrom: Jeanne Doe [mailto:jeanne@mail.example]\nSent: Monday\n",
                "*De :* Jeanne Doe\n<jeanne@mail.example>\n*Envoyé :* lundi\n*À :* RH\n",
                // Roundcube
                "-------- Message original --------\nObjet: CV\nDate: lundi\nDe: Jeanne Doe <jeanne@mail.example>\n"
            })
    void what_outlook_quotes_is_passed_on_or_answered_as_the_subject_says(String quotation) {
        assertThat(text("TR: CV", "Voir dessous\n\n" + quotation).forwarded())
                .isEqualTo(new IncomingMail.Forwarded(null, JEANNE));
        assertThat(text("RE: CV", "Voici mon CV\n\n" + quotation).forwarded()).isNull();
        assertThat(text("CV", "Voici mon CV\n\n" + quotation).forwarded()).isNull();
    }

    @Test
    void a_quotation_that_names_no_author_is_passed_on_all_the_same() {
        assertThat(text("CV", "---------- Forwarded message ---------\nSubject: CV\n\nx\n")
                        .forwarded())
                .isEqualTo(new IncomingMail.Forwarded(null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bonjour, voici mon CV.",
                "Le 7 juillet 2025, RH <rh@x.example> a écrit :\n> -------- Message transféré --------\n> De : x@x.example",
                "De : moi\nPour : vous",
                "Je vous ai transféré mon message -- voir dessous"
            })
    void a_prefix_alone_passes_nothing_on(String text) {
        assertThat(text("TR: Candidature", text).forwarded()).isNull();
        assertThat(text("Fwd: Candidature", text).forwarded()).isNull();
    }

    @Test
    void a_message_attached_whole_is_what_is_passed_on() {
        // When
        var mail = Eml.parse(withAttached("TR: CV", "Pour information, bien à toi", ""));

        // Then
        var original = mail.forwarded().original();
        assertThat(original.from()).isEqualTo(JEANNE);
        assertThat(original.subject()).isEqualTo("Candidature");
        assertThat(original.text()).isEqualTo("Madame, Monsieur,");
        assertThat(original.parts()).extracting(MailPart::name).containsExactly("cv.pdf");
        assertThat(mail.parts()).isEmpty();
    }

    @Test
    void a_message_with_the_same_subject_is_what_is_passed_on() {
        assertThat(Eml.parse(withAttached("candidature", "Pour information", ""))
                        .forwarded()
                        .original())
                .isNotNull();
    }

    @Test
    void whether_the_only_paper_is_what_is_passed_on_is_for_people_to_tell() {
        // When
        var mail = Eml.parse(withAttached("Lettre de recommandation", "Voici ma recommandation", ""));

        // Then
        assertThat(mail.forwarded()).isEqualTo(new IncomingMail.Forwarded(null, JEANNE));
        assertThat(mail.parts()).extracting(MailPart::name).containsExactly("cv.pdf", "Candidature.txt");
        assertThat(Eml.parse(withAttached("CV", "Voici ma lettre. ".repeat(50), ""))
                        .forwarded())
                .isNull();
    }

    @Test
    void what_a_candidate_attaches_beside_own_papers_is_one_more_paper() {
        // When
        var mail = Eml.parse(withAttached("Ma candidature", "Bonjour", """
                --b
                Content-Type: application/pdf; name=own.pdf

                %PDF
                """));

        // Then
        assertThat(mail.forwarded()).isNull();
        assertThat(mail.parts()).extracting(MailPart::name).containsExactly("own.pdf", "cv.pdf", "Candidature.txt");
        assertThat(Eml.content(mail.parts().getLast())).asString().isEqualTo("Madame, Monsieur,");
    }

    @Test
    void of_several_messages_that_are_passed_on_none_is_the_one() {
        // Given
        var second = """
                --b
                Content-Type: message/rfc822

                From: paul@mail.example
                Subject: Autre

                Bonjour
                """;

        // When
        var mail = Eml.parse(withAttached("TR: CV", "Pour information", second));

        // Then
        assertThat(mail.forwarded()).isEqualTo(new IncomingMail.Forwarded(null, null));
        assertThat(mail.parts()).extracting(MailPart::name).containsExactly("Autre.txt", "cv.pdf", "Candidature.txt");
    }

    @Test
    void a_message_that_a_client_takes_for_a_file_is_a_message() {
        // When
        var mail = Eml.parse(withAttached("TR: CV", "Pour information", "")
                .replace("Content-Type: message/rfc822", "Content-Type: application/octet-stream; name=\"x.eml\""));

        // Then
        assertThat(mail.forwarded().original().from()).isEqualTo(JEANNE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "TR: x|FORWARD",
                "TR : x|FORWARD",
                "Tr\u00A0: x|FORWARD",
                "Fwd: x|FORWARD",
                "FW: x|FORWARD",
                "WG: x|FORWARD",
                "I: x|FORWARD",
                "RV: x|FORWARD",
                "Transféré : x|FORWARD",
                "x (fwd)|FORWARD",
                "Fwd: Re: x|FORWARD",
                "RE: TR: x|REPLY",
                "Re : x|REPLY",
                "Re[2]: x|REPLY",
                "AW: x|REPLY",
                "Réf: x|REPLY",
                "Travail: x|NONE",
                "Référence: x|NONE",
                "x TR: y|NONE",
                "|NONE"
            })
    void the_outermost_prefix_says_what_a_message_is(String subject, SubjectPrefix prefix) {
        assertThat(entry(subject, SubjectPrefix.of(subject == null ? "" : subject)))
                .isEqualTo(entry(subject, prefix));
    }

    private static IncomingMail text(String subject, String text) {
        return Eml.parse("From: rh@x.example\nSubject: " + subject + "\nContent-Type: text/plain; charset=utf-8\n\n"
                + text + "\n");
    }

    private static String withAttached(String subject, String text, String more) {
        return """
                From: rh@x.example
                Subject: %s
                Content-Type: multipart/mixed; boundary=b

                --b

                %s
                %s--b
                Content-Type: message/rfc822
                Content-Disposition: attachment; filename=CV.eml

                From: Jeanne Doe <jeanne@mail.example>
                Subject: Candidature
                Content-Type: multipart/mixed; boundary=c

                --c

                Madame, Monsieur,
                --c
                Content-Type: application/pdf; name=cv.pdf

                %%PDF
                --c--
                --b--
                """.formatted(subject, text, more);
    }
}
