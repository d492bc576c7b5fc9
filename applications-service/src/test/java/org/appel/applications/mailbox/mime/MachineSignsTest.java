package org.appel.applications.mailbox.mime;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.appel.applications.model.EmailAddress;

import static org.assertj.core.api.Assertions.assertThat;

class MachineSignsTest {
    private static final String DOCUMENT = "Content-Type: application/pdf; name=cv.pdf";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Auto-Submitted: auto-replied | auto-submitted",
                "Auto-Submitted: auto-generated; owner=x | auto-submitted",
                "Auto-Submitted: auto-replied (vacation) | auto-submitted",
                "Return-Path: <> | bounce",
                "X-Failed-Recipients: x@mail.example | bounce",
                "X-Autoreply: yes | auto-reply",
                "X-Autorespond: 1 | auto-reply",
                "Precedence: auto_reply | auto-reply",
                "Precedence: bulk | bulk",
                "Precedence: junk | bulk",
                "Precedence: list | list",
                "List-Id: Les annonces <annonces.lists.example> | list"
            })
    void a_strong_sign_of_a_machine_counts_whatever_came_along(String field, String code) {
        assertThat(Eml.withField(field).automatic()).isEqualTo(code);
        assertThat(Eml.withField(field + "\n" + DOCUMENT).automatic()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "List-Unsubscribe: <https://x.example/u> | bulk",
                "Subject: Réponse automatique : Candidature | auto-reply",
                "Subject: Automatic reply: your message | auto-reply",
                "Subject: =?utf-8?Q?Absence_du_bureau?= | auto-reply"
            })
    void a_weak_sign_counts_only_without_documents(String field, String code) {
        assertThat(Eml.withField(field).automatic()).isEqualTo(code);
        assertThat(Eml.withField(field + "\n" + DOCUMENT).automatic()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Auto-Submitted: no",
                "Precedence: first-class",
                "X-Auto-Response-Suppress: All",
                "Return-Path: <jeanne@mail.example>",
                "Subject: Automatically generated reports: candidature",
                "Subject: Candidature au poste de chargée des réponses automatiques",
                "X-Priority: 1"
            })
    void what_people_send_is_no_machines(String field) {
        assertThat(Eml.withField(field).automatic()).isNull();
    }

    @Test
    void exchange_marks_its_own_answers() {
        // Given
        var fields = "Subject: Automatic reply: Candidature\nX-Auto-Response-Suppress: All\n" + DOCUMENT;

        // When
        var mail = Eml.withField(fields);

        // Then
        assertThat(mail.automatic()).isEqualTo("auto-reply");
    }

    @ParameterizedTest
    @CsvSource({
        "MAILER-DAEMON@mail.example, bounce",
        "postmaster@mail.example, bounce",
        "bounces+jeanne=x@mail.example, bounce",
        "no-reply@mail.example, no-reply",
        "noreply@mail.example, no-reply",
        "ne-pas-repondre@mail.example, no-reply",
        "nepasrepondre@mail.example, no-reply",
        "jobs-noreply@mail.example, no-reply",
        "do_not_reply@mail.example, no-reply",
        "noreply.alerts@mail.example, no-reply",
        "norepoly@mail.example, ",
        "jean.noel@mail.example, ",
        "noreplyson@mail.example, "
    })
    void some_addresses_are_machines(String from, String code) {
        assertThat(Eml.parse("From: " + from + "\nSubject: x\n\nx\n").automatic())
                .isEqualTo(code);
    }

    @Test
    void papers_from_an_address_that_nobody_reads_have_no_author_and_are_for_people_to_sort() {
        // When
        var mail = Eml.parse("From: Jeanne Doe <no-reply@board.example>\nSubject: x\n" + DOCUMENT + "\n\n%PDF\n");

        // Then
        assertThat(mail.automatic()).isNull();
        assertThat(mail.from()).isNull();
        assertThat(mail.fromName()).isEqualTo("Jeanne Doe");
    }

    @Test
    void a_report_about_another_message_is_a_bounce() {
        // When
        var mail = Eml.parse("""
                From: a@mail.example
                Subject: Undelivered
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b

                It failed.
                --b
                Content-Type: message/delivery-status

                Status: 5.1.1
                --b
                Content-Type: message/rfc822

                From: b@mail.example
                Subject: Candidature
                Content-Type: application/pdf; name=cv.pdf

                %PDF
                --b--
                """);

        // Then
        assertThat(mail.automatic()).isEqualTo("bounce");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "List-Id: Candidatures <candidatures.omct.example>\nPrecedence: list",
                "Precedence: list\nList-Post: <mailto:Candidatures@omct.example>"
            })
    void the_list_by_which_a_mailbox_gets_its_mail_is_no_sign(String fields) {
        // Given
        var parser = new MailParser(Optional.empty(), List.of("candidatures@omct.example"));

        // When
        var mail = Eml.parse("From: jeanne@mail.example\n" + fields + "\n\nBonjour\n", parser);

        // Then
        assertThat(mail.automatic()).isNull();
        assertThat(mail.from()).isEqualTo(new EmailAddress("jeanne@mail.example"));
        assertThat(Eml.withField(fields).automatic()).isEqualTo("list");
    }
}
