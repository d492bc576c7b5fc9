package org.appel.notification.model;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class InReplyToTest {

    @Test
    void the_thread_is_the_others_references_and_then_the_mail_itself() {
        // When
        var answered = InReplyTo.of(" <c@mail.example> ", List.of("<a@mail.example>", "<b@mail.example>"));

        // Then
        assertThat(answered.messageId()).isEqualTo("<c@mail.example>");
        assertThat(answered.references()).containsExactly("<a@mail.example>", "<b@mail.example>", "<c@mail.example>");
    }

    @Test
    void an_id_stands_in_the_thread_once_and_that_of_the_mail_last() {
        // When
        var answered = InReplyTo.of("<a@x>", List.of("<a@x>", "<b@x>", "<b@x>"));

        // Then
        assertThat(answered.references()).containsExactly("<b@x>", "<a@x>");
    }

    @Test
    void of_a_long_thread_the_newest_twenty_are_kept() {
        // Given
        var many = IntStream.range(0, 200).mapToObj(i -> "<" + i + "@x>").toList();

        // When
        var answered = InReplyTo.of("<own@x>", many);

        // Then
        assertThat(answered.references()).hasSize(20).startsWith("<181@x>").endsWith("<199@x>", "<own@x>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a@x",
                "<a@x",
                "<>",
                "<@x>",
                "<a b@x>",
                "<a@x>\r\nBcc: victim@evil.example",
                "<a@x\r\nBcc:v@evil.example>",
                "<a@x>\tSubject: win",
                "<a@x><b@x>",
                "<a\u0000@x>",
                "<é@x>",
                "<\u202ea@x>"
            })
    void what_is_no_message_id_stands_in_no_header(String strange) {
        // When
        var answered = InReplyTo.of(strange, List.of(strange, "<sound@x>"));

        // Then
        assertThat(answered.messageId()).isNull();
        assertThat(answered.references()).containsExactly("<sound@x>");
    }

    @Test
    void an_id_that_fits_no_line_is_left_out() {
        // When
        var answered = InReplyTo.of("<" + "a".repeat(401) + "@x>", List.of("<" + "a".repeat(400) + "@x>"));

        // Then
        assertThat(answered.messageId()).isNull();
        assertThat(answered.references()).hasSize(1);
    }
}
