package org.appel.launcher.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.appel.launcher.screen.Screen;

/** What was expected and what was seen, number by number. */
public final class Scoreboard {

    private final List<Row> rows = new ArrayList<>();

    /**
     * One number.
     *
     * @param subject what it is about, for example a vacancy
     */
    private record Row(String subject, String what, String expected, String seen) {

        boolean agrees() {
            return expected.equals(seen);
        }
    }

    /** Notes one number. */
    void compare(String subject, String what, Object expected, Object seen) {
        rows.add(new Row(subject, what, String.valueOf(expected), String.valueOf(seen)));
    }

    /** Whether every number agrees, and there is one. */
    public boolean agrees() {
        return !rows.isEmpty() && rows.stream().allMatch(Row::agrees);
    }

    /** Prints the table, grouped by subject. */
    void show(Screen screen) {
        var whats = width(rows.stream()
                .flatMap(row -> Stream.of(row.subject(), row.what()))
                .toList());
        var values = width(Stream.concat(Stream.of("expected"), rows.stream().map(Row::expected))
                .toList());
        var format = "  %-" + whats + "s  %-" + values + "s  %s";
        var subject = "";
        for (var row : rows) {
            if (!row.subject().equals(subject)) {
                subject = row.subject();
                screen.gap();
                screen.line(screen.bold(format.formatted(subject, "expected", "seen")));
            }
            var seen = row.agrees() ? row.seen() + "  " + screen.good("✓") : screen.bad(row.seen() + "  ✗");
            screen.line(format.formatted(row.what(), row.expected(), seen));
        }
        screen.gap();
    }

    private static int width(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(1);
    }
}
