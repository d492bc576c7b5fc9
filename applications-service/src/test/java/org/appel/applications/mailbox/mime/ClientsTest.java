package org.appel.applications.mailbox.mime;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.appel.applications.model.EmailAddress;

import static org.assertj.core.api.Assertions.assertThat;

/** Whole messages as mail clients write them, in {@code src/test/resources/mail}. */
class ClientsTest {
    @Test
    void outlook() {
        // When
        var mail = read("outlook-fr.eml");

        // Then
        assertThat(mail.from()).isEqualTo(new EmailAddress("jeanne.doe@mail.example"));
        assertThat(mail.fromName()).isEqualTo("Jeanne Doré");
        assertThat(mail.subject()).isEqualTo("TR\u00A0: Chargé·e de mission, Protection de l'espace civique");
        assertThat(mail.text()).startsWith("Madame, Monsieur,\n\nVeuillez trouver ci-joint mon dossier de candidature");
        assertThat(mail.language()).isEqualTo("fr");
        assertThat(mail.parts()).extracting(MailPart::name).containsExactly("CV Jeanne Doré.pdf");
        assertThat(mail.forwarded()).isNull();
        assertThat(mail.automatic()).isNull();
        assertThat(mail.left()).isEmpty();
    }

    @Test
    void gmail() {
        // When
        var mail = read("gmail-en.eml");

        // Then
        assertThat(mail.messageId()).isEqualTo("<CAF0001=abc@mail.example>");
        assertThat(mail.returnPath()).isEqualTo(mail.from());
        assertThat(mail.text()).startsWith("Dear Sir or Madam,\n\nplease find attached");
        assertThat(mail.language()).isEqualTo("en");
        assertThat(mail.parts()).extracting(MailPart::name).containsExactly("Lettre d’intention.docx", "CV.pdf");
        assertThat(mail.authenticationFailed()).isFalse();
    }

    @Test
    void apple_mail() {
        // When
        var mail = read("apple-mail-fr.eml");

        // Then
        assertThat(mail.subject()).isEqualTo("Candidature – Directeur·trice de programme “DDH”");
        assertThat(mail.text()).isEqualTo("""
                Bonjour,

                je vous adresse ma candidature au poste de directrice de programme, dont vous trouverez les pièces ci-dessous.

                Amira""");
        assertThat(mail.parts()).singleElement().satisfies(part -> {
            assertThat(part.name()).isEqualTo(Normalizer.normalize("CV Amira Doe été.pdf", Normalizer.Form.NFD));
            assertThat(Eml.content(part)).asString().startsWith("%PDF-1.4").endsWith("%%EOF\n");
        });
    }

    @Test
    void thunderbird_passing_on() {
        // When
        var mail = read("thunderbird-forward.eml");

        // Then
        assertThat(mail.forwarded())
                .isEqualTo(new IncomingMail.Forwarded(null, new EmailAddress("lea.doe@mail.example")));
        assertThat(mail.parts()).extracting(MailPart::name).containsExactly("CV Léa.pdf");
    }

    @Test
    void a_message_attached_to_another() {
        // When
        var mail = read("forward-as-attachment.eml");

        // Then
        var original = mail.forwarded().original();
        assertThat(original.from()).isEqualTo(new EmailAddress("paul.doe@mail.example"));
        assertThat(original.parts()).hasSize(2);
        assertThat(original.content()).isEqualTo(read("gmail-en.eml").content());
    }

    @Test
    void a_reader_who_is_out_of_office() {
        assertThat(read("out-of-office.eml").automatic()).isEqualTo("auto-submitted");
    }

    private static IncomingMail read(String name) {
        var raw = Eml.content(Path.of("src/test/resources/mail", name));
        return Eml.parse(raw, new MailParser(Optional.of("mx.omct.example"), List.of()));
    }
}
