package org.appel.notification.model;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.appel.notification.model.SmtpReply.Meaning;

import static org.assertj.core.api.Assertions.assertThat;

class SmtpReplyTest {

    @ParameterizedTest
    @CsvSource({
        "250, ACCEPTED",
        "251, ACCEPTED",
        "421, DEFERRED",
        "450, DEFERRED",
        "451, DEFERRED",
        "452, DEFERRED",
        "550, REJECTED",
        "552, REJECTED",
        "553, REJECTED",
        "554, REJECTED",
        "521, REJECTED",
        "454, NOT_LET_IN",
        "530, NOT_LET_IN",
        "534, NOT_LET_IN",
        "535, NOT_LET_IN",
        "538, NOT_LET_IN",
        "333, DEFERRED",
        "99, DEFERRED",
        "700, DEFERRED"
    })
    void the_code_says_what_it_means_for_the_mail(int code, Meaning expected) {
        // When
        var meaning = SmtpReply.of(code, null).meaning();

        // Then
        assertThat(meaning).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "550|550 5.1.1 <camille@example.org>: no such user|smtp-550-5.1.1",
                "451|451-4.7.1 Greylisted, camille@example.org|smtp-451-4.7.1",
                "550|550 camille@example.org unknown|smtp-550",
                "550|550 5.1.1|smtp-550-5.1.1",
                "550|nonsense|smtp-550",
                "550|550 5.1.1camille|smtp-550",
                "550|550 9.9.9 odd|smtp-550"
            })
    void only_the_codes_of_an_answer_are_kept(int code, String text, String expected) {
        // When
        var problem = SmtpReply.of(code, text).problem();

        // Then
        assertThat(problem.value()).isEqualTo(expected);
    }

    @Test
    void an_enhanced_code_is_found_in_an_answer_of_several_lines() {
        // When
        var reply = SmtpReply.of(550, "550-5.7.1 camille@example.org\r\n550 5.7.1 go away");

        // Then
        assertThat(reply.problem().value()).isEqualTo("smtp-550-5.7.1");
    }
}
