package org.appel.applications.mailbox.mime;

import java.nio.charset.Charset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BodyTest {
    @Test
    void of_two_ways_of_saying_it_the_plain_one_counts() {
        // When
        var mail = Eml.parse(alternative("Bonjour,\n", "<p>Bonjour <b>en couleur</b></p>"));

        // Then
        assertThat(mail.text()).isEqualTo("Bonjour,");
        assertThat(mail.parts()).isEmpty();
    }

    @Test
    void where_the_plain_one_says_nothing_the_other_counts() {
        assertThat(Eml.parse(alternative(" \n", "<p>Bonjour</p>")).text()).isEqualTo("Bonjour");
    }

    @Test
    void html_is_read_as_it_would_be_seen() {
        // When
        var mail = Eml.parse("""
                From: a@mail.example
                Content-Type: text/html; charset=iso-8859-1
                Content-Transfer-Encoding: quoted-printable

                <html><head><title>no</title><style>p {color: red}</style></head><body>
                <p>Madame,=20
                Monsieur&nbsp;!</p><div>Je suis int=E9ress=E9e<br>par le poste.</div>
                <table><tr><td>Nom</td><td>Doe</td></tr><tr><td>Ville</td><td>Tunis</td></tr></table>
                <ul><li>un</li><li>deux</li></ul><script>alert('x')</script><pre>a
                  b</pre>
                </body></html>
                """);

        // Then
        assertThat(mail.text()).isEqualTo("""
                        Madame, Monsieur !

                        Je suis intéressée
                        par le poste.

                        Nom Doe
                        Ville Tunis

                        un
                        deux

                        a
                        b""");
    }

    @Test
    void paragraphs_that_were_broken_for_the_way_are_whole_again() {
        // When
        var mail = Eml.parse("From: a@mail.example\nContent-Type: text/plain; format=flowed\n\n"
                + "Je vous écris pour \nle poste.\n\n> Votre \n> annonce\n -- pas une signature\n-- \nJeanne\n");

        // Then
        assertThat(mail.text())
                .isEqualTo("Je vous écris pour le poste.\n\n> Votre annonce\n-- pas une signature\n-- \nJeanne");
    }

    @Test
    void the_blank_at_which_a_line_was_broken_may_be_none_of_the_text() {
        // When
        var mail = Eml.parse("From: a@mail.example\nContent-Type: text/plain; format=flowed; delsp=yes\n\n"
                + "https://x.example/une-adresse-bien- \nlongue\n");

        // Then
        assertThat(mail.text()).isEqualTo("https://x.example/une-adresse-bien-longue");
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF-8",
        "utf8, UTF-8",
        "iso-8859-1, windows-1252",
        "ISO-8859-15, ISO-8859-15",
        "windows-1252, windows-1252",
        // Not said, or said wrongly.
        "'', UTF-8",
        "'', windows-1252",
        "us-ascii, UTF-8",
        "us-ascii, windows-1252",
        "x-unknown, UTF-8",
        "utf-8, windows-1252"
    })
    void accents_are_read_whatever_the_charset_claims_to_be(String said, String real) {
        // When
        var mail = Eml.parse(
                "From: a@mail.example\nContent-Type: text/plain; charset=\"" + said
                        + "\"\n\nÉlève à l’école\n".replace('’', '\''),
                Charset.forName(real));

        // Then
        assertThat(mail.text()).isEqualTo("Élève à l'école");
    }

    @Test
    void pieces_of_a_text_with_files_in_between_are_one_text() {
        // When
        var mail = Eml.parse("""
                From: a@mail.example
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                Bonjour,
                --b
                Content-Type: application/pdf; name=cv.pdf
                Content-Disposition: inline; filename=cv.pdf

                %PDF-1.7
                --b
                Content-Type: text/plain; name="ATT00001.txt"
                Content-Disposition: attachment; filename="ATT00001.txt"

                Jeanne
                --b--
                """);

        // Then
        assertThat(mail.text()).isEqualTo("Bonjour,\n\nJeanne");
        assertThat(mail.parts()).extracting(MailPart::name).containsExactly("cv.pdf");
    }

    @Test
    void a_text_file_is_no_part_of_the_text() {
        // When
        var mail = Eml.parse("""
                From: a@mail.example
                Content-Type: multipart/mixed; boundary=b

                --b

                Bonjour,
                --b
                Content-Type: text/plain; charset=utf-8; name=lettre.txt
                Content-Disposition: inline; filename=lettre.txt

                Madame, Monsieur,
                --b--
                """);

        // Then
        assertThat(mail.text()).isEqualTo("Bonjour,");
        assertThat(mail.parts()).extracting(MailPart::name).containsExactly("lettre.txt");
    }

    @Test
    void where_the_boundary_never_comes_the_text_is_not_lost() {
        // When
        var mail = Eml.parse("From: a@mail.example\nContent-Type: multipart/mixed; boundary=b\n\nBonjour,\nJeanne\n");

        // Then
        assertThat(mail.text()).isEqualTo("Bonjour,\nJeanne");
    }

    @Test
    void where_no_boundary_is_said_the_text_is_not_lost() {
        assertThat(Eml.parse("From: a@mail.example\nContent-Type: multipart/mixed\n\nBonjour,\n")
                        .text())
                .isEqualTo("Bonjour,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Candidature | Madame, je vous prie de trouver ci-joint mon dossier pour le poste. Cordialement | fr",
                "Application | Dear Sir, please find attached my application for the position. Best regards | en",
                "CV | Ci-joint mon CV, in the attachment, of course, pour le poste de the lead | ",
                "CV | Hola | ",
                "CV | '' | "
            })
    void the_language_is_told_where_it_can_be(String subject, String text, String language) {
        // When
        var mail = Eml.parse("From: a@mail.example\nSubject: " + subject + "\n\n" + text + "\n");

        // Then
        assertThat(mail.language()).isEqualTo(language);
    }

    private static String alternative(String plain, String html) {
        return """
                From: a@mail.example
                Content-Type: multipart/alternative; boundary=b

                --b
                Content-Type: text/plain; charset=utf-8

                %s
                --b
                Content-Type: text/html; charset=utf-8

                %s
                --b--
                """.formatted(plain, html);
    }
}
