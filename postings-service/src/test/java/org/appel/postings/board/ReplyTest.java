package org.appel.postings.board;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.appel.postings.board.Reply.Conditions;
import org.appel.postings.storage.BoardState.Stamp;

import static org.assertj.core.api.Assertions.assertThat;

class ReplyTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "7 | gzip, br | 304",
                "7+gzip | gzip | 304",
                "7+gzip | gzip, br | 304",
                "7+gzip | * | 304",
                "7+br | gzip | 200",
                "7+br | br;q=0, * | 200",
                "7+gzip | none | 200",
                "7+gzip | identity | 200",
                "7 | identity;q=0, gzip | 200",
                "7-br | br | 200"
            })
    void a_client_is_told_that_it_has_the_answer_only_in_a_form_that_it_can_read(
            String tag, String accepted, int status) {
        // Given
        var answer = new Answer(
                new byte[Coding.WORTH_IT_IN_BYTES],
                new Answer.Facts("7", NOW.minusSeconds(60), null, null, null, "Accept", new Stamp(1, 0)));

        // When
        var reply = Reply.to(new Conditions("\"" + tag + "\"", null, accepted), answer, NOW, Duration.ofSeconds(10));

        // Then
        assertThat(reply.isNew() ? 200 : 304).isEqualTo(status);
    }
}
