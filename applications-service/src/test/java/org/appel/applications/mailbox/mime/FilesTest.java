package org.appel.applications.mailbox.mime;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FilesTest {
    private static final String PDF = "%PDF-1.7 un CV";

    @Test
    void a_file_is_decoded_into_the_directory() {
        // When
        var mail = Eml.parse(mixed(file("application/pdf", "attachment", "cv.pdf", PDF)));

        // Then
        assertThat(mail.parts()).singleElement().satisfies(part -> {
            assertThat(part.name()).isEqualTo("cv.pdf");
            assertThat(part.declaredType()).isEqualTo("application/pdf");
            assertThat(part.size()).isEqualTo(PDF.length());
            assertThat(Eml.content(part)).asString().isEqualTo(PDF);
        });
    }

    @Test
    void the_name_of_a_file_says_nothing_about_where_it_is_laid() {
        // When
        var mail = Eml.parse(mixed(file("application/pdf", "attachment", "../../../etc/cv.pdf", PDF)));

        // Then
        assertThat(mail.parts()).singleElement().satisfies(part -> {
            assertThat(part.name()).isEqualTo("../../../etc/cv.pdf");
            assertThat(part.content().getFileName().toString()).matches("part-\\d+");
            assertThat(part.content().getParent().getFileName()).hasToString("parts");
        });
    }

    @ParameterizedTest
    @CsvSource({
        // Shown by the text, or too small for a page.
        "inline, <logo>, 200000, false",
        "attachment, <logo>, 200000, false",
        "inline, <other>, 2000, false",
        "attachment, <other>, 2000, false",
        // A photograph of a diploma.
        "attachment, <other>, 200000, true",
        "inline, <other>, 200000, true"
    })
    void a_picture_counts_unless_it_adorns_the_text(String disposition, String id, int size, boolean counts) {
        // When
        var mail = Eml.parse("""
                From: a@mail.example
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/html

                <p>Bonjour</p><img src="cid:logo">
                --b
                Content-Type: image/png; name="image001.png"
                Content-Disposition: %s; filename="image001.png"
                Content-ID: %s
                Content-Transfer-Encoding: base64

                %s
                --b--
                """.formatted(disposition, id, Eml.base64(new byte[size])));

        // Then
        assertThat(mail.parts()).hasSize(counts ? 1 : 0);
    }

    @Test
    void pictures_beside_the_html_that_they_belong_to_are_left_out_and_papers_are_not() {
        // When
        var mail = Eml.parse("""
                From: a@mail.example
                Content-Type: multipart/related; boundary=b; type="text/html"

                --b
                Content-Type: text/html

                <p>Bonjour</p><div style="background: url('cid:fond%%40x')">
                %s
                %s
                --b--
                """.formatted(
                        file("image/jpeg", "inline", "fond.jpg", "x".repeat(200_000))
                                .replace("Content-Disposition", "Content-ID: <fond@x>\nContent-Disposition"),
                        file("application/pdf", "inline", "cv.pdf", PDF)));

        // Then
        assertThat(mail.text()).isEqualTo("Bonjour");
        assertThat(mail.parts()).extracting(MailPart::name).containsExactly("cv.pdf");
    }

    @ParameterizedTest
    @CsvSource({
        // What the text shows, such as the logo of a signature, and what is too small for a page.
        "inline, <logo>, 200000, false",
        "inline, <other>, 2000, false",
        "attachment, <logo>, 2000, false",
        // A photograph of a diploma, from a client that lays everything beside the HTML.
        "inline, <other>, 20000, true",
        "attachment, <other>, 20000, true",
        "attachment, <logo>, 200000, true"
    })
    void a_picture_beside_the_html_counts_unless_the_html_shows_it(
            String disposition, String id, int size, boolean counts) {
        // When
        var mail = Eml.parse("""
                From: a@mail.example
                Content-Type: multipart/related; boundary=b; type="text/html"

                --b
                Content-Type: text/html

                <p>Bonjour</p><img src="cid:logo">
                --b
                Content-Type: image/png; name="image001.png"
                Content-Disposition: %s; filename="image001.png"
                Content-ID: %s
                Content-Transfer-Encoding: base64

                %s
                --b--
                """.formatted(disposition, id, Eml.base64(new byte[size])));

        // Then
        assertThat(mail.parts()).hasSize(counts ? 1 : 0);
    }

    @Test
    void a_small_photograph_in_a_winmail_dat_counts() {
        // Given
        var winmail = new TnefFile("Bonjour")
                .with("diplome.jpg", new byte[20_000])
                .with("logo.png", new byte[2_000])
                .toBytes();

        // When
        var mail = Eml.parse("From: a@mail.example\nContent-Type: application/ms-tnef; name=winmail.dat\n"
                + "Content-Transfer-Encoding: base64\n\n" + Eml.base64(winmail));

        // Then
        assertThat(mail.parts()).extracting(MailPart::name).containsExactly("diplome.jpg");
    }

    @Test
    void a_paper_within_one_way_of_saying_it_is_not_lost_when_the_other_is_read() {
        // When
        var mail = Eml.parse("""
                From: a@mail.example
                Content-Type: multipart/alternative; boundary=a

                --a
                Content-Type: text/plain

                Bonjour
                --a
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/html

                <p>Bonjour</p>
                %s
                --b
                Content-Type: text/html

                <p>Jeanne</p>
                --b--
                --a--
                """.formatted(file("application/pdf", "inline", "cv.pdf", PDF)));

        // Then
        assertThat(mail.text()).isEqualTo("Bonjour");
        assertThat(mail.parts()).extracting(MailPart::name).containsExactly("cv.pdf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/calendar; method=REQUEST",
                "text/vcard; name=jeanne.vcf",
                "application/octet-stream; name=jeanne.vcf",
                "application/pkcs7-signature; name=smime.p7s",
                "application/pgp-signature; name=signature.asc",
                "application/applefile; name=cv.pdf"
            })
    void what_clients_add_by_themselves_is_left_out(String type) {
        // When
        var mail = Eml.parse(mixed("--b\nContent-Type: " + type + "\n\nBEGIN\n"));

        // Then
        assertThat(mail.parts()).isEmpty();
        assertThat(mail.text()).isEqualTo("Bonjour,");
        assertThat(mail.left()).isEmpty();
    }

    @Test
    void a_winmail_dat_is_unpacked() {
        // Given
        var large = new byte[3 << 20];
        Arrays.fill(large, (byte) 'x');
        var winmail = new TnefFile("Madame, Monsieur, voilà")
                .with("CV Renée.pdf", PDF.getBytes(StandardCharsets.UTF_8))
                .with("diplome.pdf", large)
                .toBytes();

        // When
        var mail = Eml.parse("From: a@mail.example\nContent-Type: application/ms-tnef; name=winmail.dat\n"
                + "Content-Transfer-Encoding: base64\n\n" + Eml.base64(winmail));

        // Then
        assertThat(mail.text()).isEqualTo("Madame, Monsieur, voilà");
        assertThat(mail.parts()).extracting(MailPart::name).containsExactly("CV Renée.pdf", "diplome.pdf");
        assertThat(Eml.content(mail.parts().getFirst())).asString().isEqualTo(PDF);
        assertThat(mail.parts().getLast().size()).isEqualTo(3 << 20);
        assertThat(mail.left()).isEmpty();
    }

    @Test
    void the_text_of_a_winmail_dat_stands_back_behind_the_messages_own() {
        // Given
        var winmail = new TnefFile("Le même, autrement").with("cv.pdf", PDF.getBytes(StandardCharsets.UTF_8));

        // When
        var mail = Eml.parse(mixed("--b\nContent-Type: application/octet-stream; name=winmail.dat\n"
                + "Content-Transfer-Encoding: base64\n\n" + Eml.base64(winmail.toBytes())));

        // Then
        assertThat(mail.text()).isEqualTo("Bonjour,");
        assertThat(mail.parts()).extracting(MailPart::name).containsExactly("cv.pdf");
    }

    @Test
    void a_winmail_dat_that_is_none_is_left_and_named() {
        // When
        var mail = Eml.parse(mixed(file("application/ms-tnef", "attachment", "winmail.dat", "nothing of the kind")));

        // Then
        assertThat(mail.parts()).isEmpty();
        assertThat(mail.left()).singleElement().asString().contains("winmail.dat");
    }

    @Test
    void a_signed_message_is_read_without_its_signature() {
        // When
        var mail = Eml.parse("""
                From: a@mail.example
                Content-Type: multipart/signed; boundary=s; protocol="application/pkcs7-signature"

                --s
                Content-Type: multipart/mixed; boundary=b

                --b

                Bonjour,
                %s
                --b--
                --s
                Content-Type: application/pkcs7-signature; name=smime.p7s

                MIIB
                --s--
                """.formatted(file("application/pdf", "attachment", "cv.pdf", PDF)));

        // Then
        assertThat(mail.text()).isEqualTo("Bonjour,");
        assertThat(mail.parts()).extracting(MailPart::name).containsExactly("cv.pdf");
    }

    @Test
    void a_message_within_its_signature_is_read() throws Exception {
        // Given
        var inner = Eml.bytes(
                "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nBonjour,\n"
                        + file("application/pdf", "attachment", "cv.pdf", PDF) + "--b--\n",
                StandardCharsets.UTF_8);
        var signed = new CMSSignedDataGenerator().generate(new CMSProcessableByteArray(inner), true);

        // When
        var mail = Eml.parse("From: a@mail.example\nSubject: Candidature\n"
                + "Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m\n"
                + "Content-Transfer-Encoding: base64\n\n" + Eml.base64(signed.getEncoded()));

        // Then
        assertThat(mail.text()).isEqualTo("Bonjour,");
        assertThat(mail.parts()).extracting(MailPart::name).containsExactly("cv.pdf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m\n\nMIIB",
                "Content-Type: multipart/encrypted; boundary=e; protocol=\"application/pgp-encrypted\"\n\n--e\n"
                        + "Content-Type: application/pgp-encrypted\n\nVersion: 1\n--e\n\nx\n--e--",
                "Content-Type: text/plain\n\n-----BEGIN PGP MESSAGE-----\n\nabc\n-----END PGP MESSAGE-----"
            })
    void an_encrypted_message_is_left_for_people(String content) {
        // When
        var mail = Eml.parse("From: a@mail.example\n" + content + "\n");

        // Then
        assertThat(mail.left()).singleElement().asString().contains("encrypted");
        assertThat(mail.parts()).isEmpty();
    }

    @Test
    void a_text_signed_by_pgp_is_read_without_its_armour() {
        // When
        var mail = Eml.parse("""
                From: a@mail.example

                -----BEGIN PGP SIGNED MESSAGE-----
                Hash: SHA256

                Bonjour,
                - -- Jeanne
                -----BEGIN PGP SIGNATURE-----

                iQEz
                -----END PGP SIGNATURE-----
                """);

        // Then
        assertThat(mail.text()).isEqualTo("Bonjour,\n-- Jeanne");
    }

    @Test
    void two_deliveries_of_one_message_look_alike_and_two_messages_do_not() {
        // Given
        var message = mixed(file("application/pdf", "attachment", "cv.pdf", PDF));
        var mail = Eml.parse("Received: from a by b; Mon, 7 Jul 2025 09:00:00 +0000\nMessage-ID: <1@x>\n" + message);

        // When
        var again = Eml.parse("Received: from c by d; Mon, 7 Jul 2025 10:00:00 +0000\n"
                + message.replace("boundary=b", "boundary=c").replace("--b", "--c"));
        var other = Eml.parse(mixed(file("application/pdf", "attachment", "cv.pdf", PDF + ".")));

        // Then
        assertThat(again.content()).hasSize(32).isEqualTo(mail.content());
        assertThat(other.content()).isNotEqualTo(mail.content());
    }

    private static String mixed(String files) {
        return """
                From: a@mail.example
                Content-Type: multipart/mixed; boundary=b

                --b

                Bonjour,
                %s
                --b--
                """.formatted(files);
    }

    private static String file(String type, String disposition, String name, String content) {
        return """
                --b
                Content-Type: %s; name="%s"
                Content-Disposition: %s; filename="%s"
                Content-Transfer-Encoding: base64

                %s
                """.formatted(type, name, disposition, name, Eml.base64(content));
    }
}
