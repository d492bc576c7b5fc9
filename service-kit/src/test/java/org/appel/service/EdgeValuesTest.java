package org.appel.service;

import java.net.URI;
import java.util.List;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EdgeValuesTest {

    @Test
    void a_cursor_gives_back_what_it_was_made_of() {
        assertThat(Cursor.decode(Cursor.encode("2026-04-03T22:00:00Z", "a,b|c é"), 2))
                .containsExactly("2026-04-03T22:00:00Z", "a,b|c é");
    }

    @Test
    void what_is_no_cursor_of_the_list_is_refused() {
        for (var cursor : List.of("!", "", Cursor.encode("only one"), Cursor.encode("a", "\0"), "%00")) {
            assertThatThrownBy(() -> Cursor.decode(cursor, 2))
                    .isInstanceOfSatisfying(HttpProblem.class, p -> assertThat(p.getStatusCode())
                            .isEqualTo(400));
        }
    }

    @Test
    void a_problem_names_its_kind_by_a_uri_and_its_title_in_words() {
        // When
        var problem = Problem.of(404, "unknown-posting", "There is no posting 7", List.of(new Fault("/id", "unknown")));

        // Then
        assertThat(problem.getType()).isEqualTo(URI.create("urn:appel:problem:unknown-posting"));
        assertThat(problem.getTitle()).isEqualTo("Unknown posting");
        assertThat(problem.getParameters()).containsKey("errors");
    }
}
