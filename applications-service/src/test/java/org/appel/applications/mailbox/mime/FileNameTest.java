package org.appel.applications.mailbox.mime;

import java.nio.charset.Charset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FileNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                // RFC 2231, whole and in pieces, in and out of order.
                "attachment; filename*=UTF-8''CV%20Ren%C3%A9e.pdf",
                "attachment; filename*=iso-8859-1'fr'CV%20Ren%E9e.pdf",
                "attachment; filename*0*=UTF-8''CV%20Ren; filename*1*=%C3%A9; filename*2=e.pdf",
                "attachment; filename*2=e.pdf; filename*0*=UTF-8''CV%20Ren; filename*1*=%C3%A9",
                "attachment; filename*0*=UTF-8''CV%20Ren%C3; filename*1*=%A9e.pdf",
                // Old and new side by side: the new one counts.
                "attachment; filename=\"CV Ren?e.pdf\"; filename*=UTF-8''CV%20Ren%C3%A9e.pdf",
                // In quotes, which it should not be.
                "attachment; filename*=\"UTF-8''CV%20Ren%C3%A9e.pdf\"",
                "attachment; filename=\"UTF-8''CV%20Ren%C3%A9e.pdf\"",
                "attachment; filename*0=\"UTF-8''CV%20Ren%C3\"; filename*1=\"%A9e.pdf\"",
                // Encoded words, which should not stand here at all, but do in Outlook's and Gmail's mails.
                "attachment; filename=\"=?UTF-8?Q?CV_Ren=C3=A9e.pdf?=\"",
                "attachment; filename==?UTF-8?B?Q1YgUmVuw6llLnBkZg==?=",
                "attachment;\n filename=\"=?ISO-8859-1?Q?CV_Ren=E9?=\n =?ISO-8859-1?Q?e.pdf?=\"",
                "attachment; filename*0=\"=?UTF-8?Q?CV_Ren\"; filename*1=\"=C3=A9e.pdf?=\"",
                // Neither encoded nor quoted.
                "attachment; filename=CV Renée.pdf",
                "attachment; filename=\"CV Renée.pdf",
                "attachment;filename = \"CV Renée.pdf\" ; size=3",
                "attachment; FileName=\"CV Renée.pdf\" creation-date=\"Mon, 7 Jul 2025\"",
                "inline; filename=\"CV Renée.pdf\";"
            })
    void the_name_is_read_as_the_sender_meant_it(String disposition) {
        assertThat(name(disposition)).isEqualTo("CV Renée.pdf");
    }

    @Test
    void a_raw_name_in_latin_1_is_read() {
        // When
        var mail = Eml.parse(message("attachment; filename=\"CV Renée.pdf\""), Charset.forName("windows-1252"));

        // Then
        assertThat(mail.parts()).extracting(MailPart::name).containsExactly("CV Renée.pdf");
    }

    @Test
    void a_plus_is_a_plus() {
        assertThat(name("attachment; filename*=UTF-8''C+%2B.pdf")).isEqualTo("C++.pdf");
    }

    @Test
    void quotes_within_a_name_belong_to_it() {
        assertThat(name("attachment; filename=\"CV \"Jo\" Doe.pdf\"")).isEqualTo("CV \"Jo\" Doe.pdf");
        assertThat(name("attachment; filename=\"CV \\\"Jo\\\" Doe.pdf\"")).isEqualTo("CV \"Jo\" Doe.pdf");
    }

    @Test
    void the_type_names_a_file_that_the_disposition_does_not() {
        // When
        var mail = Eml.parse("""
                From: a@mail.example
                Content-Type: application/pdf; name="=?UTF-8?Q?CV_Ren=C3=A9e.pdf?="
                Content-Transfer-Encoding: base64

                JVBERi0xLjc=
                """);

        // Then
        assertThat(mail.parts()).extracting(MailPart::name).containsExactly("CV Renée.pdf");
        assertThat(Eml.content(mail.parts().getFirst())).asString().isEqualTo("%PDF-1.7");
    }

    @Test
    void a_file_without_a_name_has_none() {
        assertThat(name("attachment; filename=\"\"")).isNull();
        assertThat(name("attachment")).isNull();
    }

    @Test
    void characters_that_show_nothing_are_left_out() {
        assertThat(name("attachment; filename*=UTF-8''CV%00%0D%0A.pdf")).isEqualTo("CV.pdf");
    }

    private static String name(String disposition) {
        var parts = Eml.parse(message(disposition)).parts();
        assertThat(parts).hasSize(1);
        return parts.getFirst().name();
    }

    private static String message(String disposition) {
        return "From: a@mail.example\nContent-Type: application/pdf\nContent-Disposition: " + disposition
                + "\n\n%PDF-1.7\n";
    }
}
