package org.appel.launcher.demo;

import java.util.Locale;
import java.util.stream.StreamSupport;

/** A notice that says neither until when nor how to apply: publishing is refused, and every gap is named at once. */
final class SilentNotice {

    private final Stage stage;
    private final Vacancy vacancy;

    SilentNotice(Stage stage, Vacancy vacancy) {
        this.stage = stage;
        this.vacancy = vacancy;
    }

    void isRefused(String... gaps) {
        var answer = vacancy.publish();
        var errors = answer.json().path("errors");
        stage.narrator()
                .says("%s cannot be published (%d %s):".formatted(vacancy.title(), answer.status(), answer.problem()));
        errors.forEach(stage.narrator()::fault);
        var named = StreamSupport.stream(errors.spliterator(), false)
                .map(error -> error.path("pointer").asText())
                .sorted()
                .toList();
        var subject = "Notice of " + vacancy.notice().organisation().toUpperCase(Locale.ROOT);
        stage.scoreboard().compare(subject, "publication", 422, answer.status());
        stage.scoreboard().compare(subject, "gaps named", String.join(" ", gaps), String.join(" ", named));
    }
}
