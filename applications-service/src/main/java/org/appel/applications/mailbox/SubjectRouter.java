package org.appel.applications.mailbox;

import java.util.List;
import java.util.Locale;

import org.appel.applications.mailbox.routing.Route;
import org.appel.applications.mailbox.routing.Vacancy;

/** Goes by the exact subject or reference. */
final class SubjectRouter {
    private SubjectRouter() {}

    static Route route(String subject, List<Vacancy> vacancies, List<String> names) {
        var lower = subject.toLowerCase(Locale.ROOT);
        if (lower.isBlank()) {
            return new Route.Unclear(Route.Reason.NO_SUBJECT, List.of());
        }
        var named = vacancies.stream()
                .filter(v -> v.subject() != null && lower.contains(v.subject().toLowerCase(Locale.ROOT))
                        || v.reference() != null && lower.contains(v.reference().toLowerCase(Locale.ROOT)))
                .toList();
        if (named.size() == 1) {
            return new Route.Filed(named.getFirst().id());
        }
        return new Route.Unclear(
                named.isEmpty() ? Route.Reason.NO_VACANCY_NAMED : Route.Reason.SEVERAL_VACANCIES,
                named.stream().map(v -> new Route.Guess(v.id(), "title")).toList());
    }
}
