package org.appel.applications.mailbox.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import org.appel.applications.mailbox.routing.Route.Filed;
import org.appel.applications.mailbox.routing.Route.Guess;
import org.appel.applications.mailbox.routing.Route.Reason;
import org.appel.applications.mailbox.routing.Route.Unclear;

/**
 * Finds the one vacancy that a subject line names.
 *
 * <p>A subject names a vacancy by its reference, or by every word of its mandated subject line or of its title in one
 * language, in any order and disguise; and nothing else in it may speak for something else: a word of another vacancy, a
 * place, a figure, a function. A document filed under the wrong vacancy is shown to the wrong people, so every doubt
 * leaves the subject to people.
 */
public final class SubjectRouter {
    /** Less of a vacancy's words than that is no guess. */
    private static final double NEAR = 0.25;

    private static final int GUESSES = 5;
    /** A longer subject was not written by a person. */
    private static final int LONGEST = 2_000;

    private final VacancyIndex index;
    private final Reading reading;
    private final List<Match> matches;

    private SubjectRouter(String subject, List<Vacancy> vacancies, Collection<String> names) {
        this.index = VacancyIndex.of(vacancies);
        this.reading = Reading.of(subject, index, names);
        this.matches = index.entries().stream()
                .map(entry -> Match.of(entry, reading, index))
                .toList();
    }

    /**
     * @param subject as it came, decoded or not
     * @param vacancies all of the organisation, the closed ones, too: they tell whom a subject is not for
     */
    public static Route route(String subject, List<Vacancy> vacancies) {
        return route(subject, vacancies, List.of());
    }

    /**
     * @param subject as it came, decoded or not
     * @param vacancies all of the organisation, the closed ones, too: they tell whom a subject is not for
     * @param names of the sender and of the organisation, in full: whole names in the subject are passed over
     */
    public static Route route(String subject, List<Vacancy> vacancies, Collection<String> names) {
        if (subject.length() > LONGEST) {
            return new Unclear(Reason.UNCERTAIN, List.of());
        }
        return new SubjectRouter(subject, vacancies, names).route();
    }

    private Route route() {
        if (reading.isEmpty()) {
            return new Unclear(Reason.NO_SUBJECT, List.of());
        }
        var named = reading.found().vacancies();
        return named.isEmpty() || !reading.found().sure() && nothingElseOf(named) ? byWords() : byReference(named);
    }

    /** Whether there is but a number that may be a reference, and no word of the vacancies that have it. */
    private boolean nothingElseOf(Set<Integer> named) {
        return named.stream().allMatch(at -> matches.get(at).share() == 0);
    }

    private Route byReference(Set<Integer> named) {
        var bearers = named.stream().map(matches::get).toList();
        if (bearers.size() == 1) {
            return confirmed(bearers.getFirst());
        }
        var best = best(bearers.stream().filter(Match::isFull).toList());
        return best.size() == 1 && haveOneReference(bearers)
                ? confirmed(best.getFirst())
                : unclear(Reason.SEVERAL_VACANCIES, bearers, "reference", List.of());
    }

    private static boolean haveOneReference(List<Match> bearers) {
        return bearers.stream()
                        .map(match -> String.valueOf(match.entry().vacancy().reference()))
                        .map(reference -> Folding.fold(reference).replaceAll("[^\\p{L}\\p{Nd}]", ""))
                        .distinct()
                        .count()
                == 1;
    }

    /** What the reference says, unless the words say something else. */
    private Route confirmed(Match bearer) {
        var remainder = new Remainder(reading, bearer.entry(), index);
        boolean another = matches.stream().anyMatch(match -> match.isFull() && match.isMoreThan(bearer));
        if (remainder.hasWordsOfOthers() || another) {
            return unclear(Reason.CONTRADICTORY, List.of(bearer), "reference", near());
        }
        boolean doubtful = reading.found().unknown()
                || remainder.isNoApplication()
                || !bearer.isFull() && remainder.namesAnotherPlace();
        return doubtful
                ? unclear(Reason.UNCERTAIN, List.of(bearer), "reference", List.of())
                : new Filed(bearer.entry().vacancy().id());
    }

    private Route byWords() {
        var best = best(matches.stream().filter(Match::isFull).toList());
        if (best.isEmpty()) {
            return half();
        }
        if (best.size() > 1) {
            return unclear(Reason.SEVERAL_VACANCIES, best, "title", List.of());
        }
        if (reading.found().unknown()) {
            return unclear(Reason.UNCERTAIN, best, "unknown-reference", List.of());
        }
        var match = best.getFirst();
        if (new Remainder(reading, match.entry(), index).speaksAgainst()) {
            return unclear(Reason.UNCERTAIN, best, "more-than-the-title", near());
        }
        var rivals = rivals(match);
        return rivals.isEmpty()
                ? new Filed(match.entry().vacancy().id())
                : unclear(Reason.SEVERAL_VACANCIES, best, "title", rivals);
    }

    /** Those that account for most of the subject; of equal ones the open ones. */
    private static List<Match> best(List<Match> full) {
        var most = full.stream()
                .filter(match -> full.stream().noneMatch(other -> other.isMoreThan(match)))
                .toList();
        boolean equal = most.stream().map(Match::explained).distinct().count() == 1;
        var open = most.stream().filter(Match::isOpen).toList();
        return equal && !open.isEmpty() ? open : most;
    }

    /** Those that the subject means if it leaves out what people do leave out. */
    private List<Match> rivals(Match match) {
        boolean single = match.full().orElseThrow().plain() == 1;
        return matches.stream()
                .filter(other -> other != match && !other.isFull())
                .filter(other -> other.isOpen() || !match.isOpen())
                .filter(other -> other.explained().containsAll(match.explained()))
                .filter(other -> other.entry().namings().stream().anyMatch(naming -> {
                    var missing = naming.missingIn(reading.keys());
                    return missing.size() < naming.asked().size() && (single || naming.mayLeaveOut(missing));
                }))
                .toList();
    }

    private Route half() {
        var near = near();
        if (near.isEmpty()) {
            return new Unclear(Reason.NO_VACANCY_NAMED, List.of());
        }
        var first = near.getFirst();
        long equal = near.stream()
                .filter(match -> match.isOpen() == first.isOpen())
                .filter(match -> match.explained().equals(first.explained()))
                .count();
        return unclear(equal > 1 ? Reason.SEVERAL_VACANCIES : Reason.UNCERTAIN, List.of(), "", near);
    }

    /** Those of which something is there, the likeliest first. */
    private List<Match> near() {
        return matches.stream()
                .filter(match -> match.share() >= NEAR)
                .sorted(Comparator.comparingDouble(Match::share)
                        .reversed()
                        .thenComparing(match -> !match.isOpen())
                        .thenComparing(match -> match.entry().at()))
                .toList();
    }

    private static Unclear unclear(Reason reason, List<Match> first, String why, List<Match> then) {
        var guesses = new ArrayList<Guess>();
        first.forEach(match -> guesses.add(new Guess(match.entry().vacancy().id(), why)));
        then.stream()
                .filter(match -> !first.contains(match))
                .map(match -> new Guess(match.entry().vacancy().id(), "half-the-title"))
                .forEach(guesses::add);
        return new Unclear(reason, guesses.stream().limit(GUESSES).toList());
    }
}
