package org.appel.launcher.demo;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;

import org.appel.launcher.screen.Screen;

import static org.assertj.core.api.Assertions.assertThat;

class ScoreboardTest {

    private final Scoreboard scoreboard = new Scoreboard();

    @Test
    void it_agrees_only_when_every_number_does() {
        // Given
        scoreboard.compare("OMCT-2025-07", "accepted", 4, 4);
        var before = scoreboard.agrees();

        // When
        scoreboard.compare("OMCT-2025-07", "updated", 1, 0);

        // Then
        assertThat(before).isTrue();
        assertThat(scoreboard.agrees()).isFalse();
    }

    @Test
    void nothing_counted_is_no_agreement() {
        // When
        var agrees = scoreboard.agrees();

        // Then
        assertThat(agrees).isFalse();
    }

    @Test
    void the_table_has_a_heading_for_each_subject_and_marks_what_differs() {
        // Given
        scoreboard.compare("First", "accepted", 4, 4);
        scoreboard.compare("Second", "accepted", 2, 3);
        var text = new StringWriter();

        // When
        scoreboard.show(new Screen(new PrintWriter(text), new PrintWriter(text), false));

        // Then
        assertThat(text.toString().lines().filter(line -> !line.isBlank()))
                .containsExactly(
                        "  First     expected  seen",
                        "  accepted  4         4  ✓",
                        "  Second    expected  seen",
                        "  accepted  2         3  ✗");
    }
}
