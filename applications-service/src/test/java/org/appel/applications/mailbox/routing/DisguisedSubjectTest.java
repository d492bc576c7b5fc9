package org.appel.applications.mailbox.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.appel.applications.mailbox.routing.Route.Filed;

import static org.assertj.core.api.Assertions.assertThat;

/** Fifty vacancies that resemble each other, all open at once, each named in many disguises. */
class DisguisedSubjectTest {
    private static final List<Vacancy> VACANCIES = Vacancies.fifty();
    private static final int DISGUISES = 60;
    private static final long SEED = 20_260_403;

    private record Attempt(Vacancy meant, String subject, Route route) {
        boolean isFiled() {
            return route.equals(new Filed(meant.id()));
        }

        boolean isMisfiled() {
            return route instanceof Filed && !isFiled();
        }

        @Override
        public String toString() {
            return meant.reference() + " ← " + subject + " → " + route;
        }
    }

    @Test
    void a_disguised_subject_is_never_filed_under_another_vacancy_and_seldom_left_to_people() {
        // Given
        var subjects = subjects();

        // When
        var attempts = subjects.stream()
                .map(attempt -> new Attempt(
                        attempt.meant(), attempt.subject(), SubjectRouter.route(attempt.subject(), VACANCIES)))
                .toList();

        // Then
        assertThat(attempts.stream().filter(Attempt::isMisfiled)).isEmpty();
        var left = attempts.stream().filter(attempt -> !attempt.isFiled()).toList();
        assertThat((double) left.size() / attempts.size())
                .describedAs("left of %s: %s", attempts.size(), left)
                .isLessThanOrEqualTo(0.05);
    }

    @Test
    void this_test_finds_out_a_router_that_only_looks_for_the_title() {
        // Given
        var subjects = subjects();

        // When
        var attempts = subjects.stream()
                .map(attempt -> new Attempt(attempt.meant(), attempt.subject(), naive(attempt.subject())))
                .toList();

        // Then
        assertThat(attempts.stream().filter(Attempt::isMisfiled)).isNotEmpty();
        assertThat(attempts.stream().filter(Attempt::isFiled).count()).isLessThan(attempts.size() / 2);
    }

    private static Route naive(String subject) {
        return VACANCIES.stream()
                .filter(vacancy -> lines(vacancy)
                        .anyMatch(line -> subject.toLowerCase(Locale.ROOT).contains(line.toLowerCase(Locale.ROOT))))
                .findFirst()
                .<Route>map(vacancy -> new Filed(vacancy.id()))
                .orElse(new Route.Unclear(Route.Reason.NO_VACANCY_NAMED, List.of()));
    }

    private static List<Attempt> subjects() {
        var disguises = new Disguises(SEED);
        var nowhere = new Route.Unclear(Route.Reason.NO_SUBJECT, List.of());
        var attempts = new ArrayList<Attempt>();
        for (var vacancy : VACANCIES) {
            var lines = lines(vacancy).toList();
            for (int i = 0; i < DISGUISES; i++) {
                attempts.add(new Attempt(vacancy, disguises.of(lines.get(i % lines.size())), nowhere));
            }
        }
        return attempts;
    }

    private static Stream<String> lines(Vacancy vacancy) {
        return Stream.concat(
                Stream.ofNullable(vacancy.subject()),
                vacancy.titles().values().stream().sorted());
    }
}
