package org.appel.applications.mailbox.mime;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.appel.applications.model.EmailAddress;

import static org.assertj.core.api.Assertions.assertThat;

class HeaderTest {
    private static final String TITLE = "Chargé·e de mission, « Espace civique »";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=?UTF-8?Q?Charg=C3=A9=C2=B7e_de_mission,_=C2=AB_Espace_civique_=C2=BB?=",
                "=?utf-8?B?Q2hhcmfDqcK3ZSBkZSBtaXNzaW9uLCDCqyBFc3BhY2UgY2l2aXF1ZSDCuw==?=",
                // Latin-1, and what calls itself so.
                "=?ISO-8859-1?Q?Charg=E9=B7e_de_mission,_=AB_Espace_civique_=BB?=",
                "=?windows-1252?Q?Charg=E9=B7e_de_mission,_=AB_Espace_civique_=BB?=",
                // With the language that RFC 2231 allows.
                "=?UTF-8*fr?Q?Charg=C3=A9=C2=B7e_de_mission,_=C2=AB_Espace_civique_=C2=BB?=",
                // Folded; the blank between two words is not part of the text.
                "=?UTF-8?Q?Charg=C3=A9=C2=B7e_de_?=\n =?UTF-8?Q?mission,_=C2=AB_Espace_civique_=C2=BB?=",
                // Broken within a character, as some do.
                "=?UTF-8?B?Q2hhcmfD?=\n =?UTF-8?B?qcK3ZSBkZSBtaXNzaW9uLCDCqyBFc3BhY2UgY2l2aXF1ZSDCuw==?=",
                // Blanks within a word, which are not allowed.
                "=?UTF-8?Q?Charg=C3=A9=C2=B7e de mission, =C2=AB Espace civique =C2=BB?=",
                // Raw.
                "Chargé·e de mission,\n « Espace civique »"
            })
    void a_subject_is_read_as_it_was_written(String written) {
        // When
        var mail = Eml.withField("Subject: " + written);

        // Then
        assertThat(mail.subject()).isEqualTo(TITLE);
    }

    @Test
    void a_subject_in_raw_latin_1_is_read() {
        // When
        var mail = Eml.parse("From: a@mail.example\nSubject: " + TITLE + "\n\n", Charset.forName("windows-1252"));

        // Then
        assertThat(mail.subject()).isEqualTo(TITLE);
    }

    @Test
    void a_decomposed_accent_stays_as_it_was_written() {
        // When
        var mail = Eml.withField("Subject: Charge\u0301e");

        // Then
        assertThat(mail.subject()).isEqualTo("Charge\u0301e");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=?UTF-8?Q?half", "=?x-nothing?Z?abc?=", "=?", "=?=?=?=", "100 % =?"})
    void what_is_no_encoded_word_stays_as_it_is(String written) {
        // When
        var mail = Eml.withField("Subject: " + written);

        // Then
        assertThat(mail.subject()).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Jeanne Doe <jeanne@mail.example> | Jeanne Doe",
                "\"Doe, Jeanne\" <jeanne@mail.example> | Doe, Jeanne",
                "Doe, Jeanne <jeanne@mail.example> | Jeanne",
                "=?ISO-8859-1?Q?J=E9r=F4me_Doe?= <jeanne@mail.example> | Jérôme Doe",
                "\"=?UTF-8?B?SsOpcsO0bWUgRG9l?=\" <jeanne@mail.example> | Jérôme Doe",
                "'Jérôme Doe' <jeanne@mail.example> | Jérôme Doe",
                "jeanne@mail.example |",
                "<jeanne@mail.example> |",
                "jeanne@mail.example (Jeanne Doe) | Jeanne Doe",
                "Jeanne \"la vraie\" Doe < jeanne@mail.example > | Jeanne \"la vraie\" Doe"
            })
    void the_author_is_one_address_and_perhaps_a_name(String from, String name) {
        // When
        var mail = Eml.parse("From: " + from + "\nSubject: x\n\nBonjour\n");

        // Then
        assertThat(mail.from()).isEqualTo(new EmailAddress("jeanne@mail.example"));
        assertThat(mail.fromName()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"From: a@mail.example, b@mail.example", "From: undisclosed", "From:", "X-From: a@mail.example"})
    void without_one_author_there_is_none(String field) {
        // When
        var mail = Eml.parse(field + "\nSubject: x\n\nBonjour\n");

        // Then
        assertThat(mail.from()).isNull();
    }

    @Test
    void the_return_path_is_the_topmost_one() {
        // When
        var mail = Eml.withField("Return-Path: <bounce+1@lists.example>\nReturn-Path: <>");

        // Then
        assertThat(mail.returnPath()).isEqualTo(new EmailAddress("bounce+1@lists.example"));
        assertThat(mail.nullReturnPath()).isFalse();
    }

    @Test
    void an_empty_return_path_is_the_null_one() {
        assertThat(Eml.withField("Return-Path: < >").nullReturnPath()).isTrue();
        assertThat(Eml.withField("X-Nothing: 1").nullReturnPath()).isFalse();
    }

    @Test
    void an_answer_repeats_the_conversation_and_then_the_message() {
        // When
        var mail = Eml.withField("Message-ID: <3@x>\nReferences: <1@x>\n <2@x>\nIn-Reply-To: <2@x>");

        // Then
        assertThat(mail.messageId()).isEqualTo("<3@x>");
        assertThat(mail.references()).containsExactly("<1@x>", "<2@x>", "<3@x>");
    }

    @Test
    void without_references_what_was_answered_begins_the_conversation() {
        // When
        var mail = Eml.withField("Message-ID: <3@x>\nIn-Reply-To: <2@x>");

        // Then
        assertThat(mail.references()).containsExactly("<2@x>", "<3@x>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3@x", "<3 @x>", "<>", "<3@x>, <4@x>", "<<3@x>"})
    void a_message_id_that_is_not_well_formed_is_none(String id) {
        assertThat(Eml.withField("Message-ID: " + id).messageId()).isNull();
    }

    @Test
    void a_line_of_a_mailbox_file_before_the_header_does_no_harm() {
        // When
        var mail =
                Eml.parse("From jeanne@mail.example Mon Jul  7 09:00:00 2025\nFrom: a@mail.example\nSubject: x\n\ny\n");

        // Then
        assertThat(mail.subject()).isEqualTo("x");
        assertThat(mail.text()).isEqualTo("y");
    }

    @Test
    void lines_may_end_as_unix_has_them() {
        // When
        var mail = Eml.parse(
                "From: a@mail.example\nSubject: x\n\ny\nz\n".getBytes(StandardCharsets.UTF_8), new MailParser());

        // Then
        assertThat(mail.text()).isEqualTo("y\nz");
    }
}
