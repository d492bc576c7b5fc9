package org.appel.applications.mailbox.routing;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import org.appel.applications.mailbox.routing.Route.Filed;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Subjects with words of more than one vacancy, or with too few of one. The words are taken apart here by other means than
 * the router's.
 */
class MixedSubjectTest {
    private static final List<Vacancy> VACANCIES = Vacancies.fifty();
    private static final int PAIRS = 300;
    /** Letters of so few are articles and endings. */
    private static final int SHORT = 3;

    @RepeatedTest(5)
    void a_title_with_words_of_another_vacancy_is_filed_under_neither(RepetitionInfo round) {
        var random = new Random(round.getCurrentRepetition());
        for (int i = 0; i < PAIRS; i++) {
            // Given
            var one = any(VACANCIES, random);
            var other = any(VACANCIES, random);
            var line = any(lines(one), random);
            var strange = new ArrayList<>(wordsOf(any(lines(other), random)));
            strange.removeIf(word -> isKnownTo(one, word));
            Collections.shuffle(strange, random);
            if (strange.isEmpty()) {
                continue;
            }
            var words = String.join(" ", strange.subList(0, 1 + random.nextInt(strange.size())));
            var subject = random.nextBoolean() ? line + " - " + words : words + " / " + line;

            // When
            var route = SubjectRouter.route(subject, VACANCIES);

            // Then
            assertThat(route).describedAs(subject).isNotEqualTo(new Filed(one.id()));
            assertThatNothingIsLeftOver(route, subject);
        }
    }

    @RepeatedTest(5)
    void halves_of_two_titles_are_filed_under_none_that_has_not_all_of_them(RepetitionInfo round) {
        var random = new Random(1_000 + round.getCurrentRepetition());
        for (int i = 0; i < PAIRS; i++) {
            // Given
            var subject = half(any(lines(any(VACANCIES, random)), random), random)
                    + any(List.of(" ", " - ", ", ", " (", " / "), random)
                    + half(any(lines(any(VACANCIES, random)), random), random);

            // When
            var route = SubjectRouter.route(subject, VACANCIES);

            // Then
            assertThatNothingIsLeftOver(route, subject);
        }
    }

    @Test
    void a_title_without_one_of_its_words_is_not_filed_under_it() {
        for (var vacancy : VACANCIES) {
            for (var line : lines(vacancy)) {
                for (var word : wordsOf(line)) {
                    // Given
                    var rest = wordsOf(line).stream()
                            .filter(other -> !other.equals(word))
                            .toList();
                    if (word.length() <= SHORT || rest.isEmpty() || isNamedBy(vacancy, rest)) {
                        continue;
                    }

                    // When
                    var route = SubjectRouter.route(String.join(" ", rest), VACANCIES);

                    // Then
                    assertThat(route).describedAs("%s without %s", line, word).isNotEqualTo(new Filed(vacancy.id()));
                    assertThatNothingIsLeftOver(route, String.join(" ", rest));
                }
            }
        }
    }

    @Test
    void a_reference_with_the_title_of_another_vacancy_is_contradictory() {
        for (var one : VACANCIES) {
            for (var other : VACANCIES) {
                var line = lines(other).getFirst();
                if (one == other || wordsOf(line).stream().allMatch(word -> isKnownTo(one, word))) {
                    continue;
                }

                // When
                var route = SubjectRouter.route(one.reference() + " " + line, VACANCIES);

                // Then
                assertThat(route)
                        .describedAs("%s %s", one.reference(), line)
                        .isInstanceOfSatisfying(Route.Unclear.class, it -> assertThat(it.reason())
                                .isEqualTo(Route.Reason.CONTRADICTORY));
            }
        }
    }

    @Test
    void each_vacancy_is_found_by_each_of_its_lines_and_by_its_reference() {
        for (var vacancy : VACANCIES) {
            var names = Stream.concat(Stream.ofNullable(vacancy.reference()), lines(vacancy).stream());

            // When
            var routes = names.map(name -> SubjectRouter.route(name, VACANCIES));

            // Then
            assertThat(routes).describedAs(vacancy.toString()).containsOnly(new Filed(vacancy.id()));
        }
    }

    /** Whatever a subject is filed under has all words of it that any vacancy has. */
    private static void assertThatNothingIsLeftOver(Route route, String subject) {
        if (route instanceof Filed filed) {
            var found = VACANCIES.stream()
                    .filter(vacancy -> vacancy.id().equals(filed.posting()))
                    .findFirst()
                    .orElseThrow();
            assertThat(wordsOf(subject).stream()
                            .filter(word -> word.length() > SHORT)
                            .filter(word -> VACANCIES.stream().anyMatch(vacancy -> isKnownTo(vacancy, word)))
                            .filter(word -> !isKnownTo(found, word)))
                    .describedAs("%s filed under %s", subject, found)
                    .isEmpty();
            assertThat(lines(found).stream().anyMatch(line -> wordsOf(line).stream()
                            .filter(word -> word.length() > SHORT)
                            .allMatch(word -> wordsOf(subject).stream().anyMatch(own -> areAlike(own, word)))))
                    .describedAs("%s filed under %s", subject, found)
                    .isTrue();
        }
    }

    private static boolean isNamedBy(Vacancy vacancy, List<String> words) {
        return lines(vacancy).stream().anyMatch(line -> wordsOf(line).stream()
                .allMatch(word -> words.stream().anyMatch(own -> areAlike(own, word))));
    }

    private static boolean isKnownTo(Vacancy vacancy, String word) {
        return lines(vacancy).stream().flatMap(line -> wordsOf(line).stream()).anyMatch(own -> areAlike(own, word));
    }

    /** But for the endings of gender and number. */
    private static boolean areAlike(String one, String other) {
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return one.equals(other)
                || same >= SHORT && one.length() - same <= 4 && other.length() - same <= 4 && same > one.length() / 2;
    }

    private static String half(String line, Random random) {
        var words = new ArrayList<>(Arrays.asList(line.split("[\\s,()/]+")));
        Collections.shuffle(words, random);
        return String.join(" ", words.subList(0, (words.size() + 1) / 2));
    }

    private static List<String> lines(Vacancy vacancy) {
        return Stream.concat(
                        Stream.ofNullable(vacancy.subject()),
                        vacancy.titles().values().stream().sorted())
                .toList();
    }

    /** Its words without accents, articles and endings in brackets. */
    private static Set<String> wordsOf(String line) {
        var plain = Normalizer.normalize(line.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
        return Arrays.stream(plain.replaceAll("[·(-](?:e|rice|ere|euse|ne|fe|ve)\\b\\)?", "")
                        .split("[^\\p{L}\\p{Nd}]+"))
                .filter(word -> word.length() >= SHORT || word.matches("\\d+"))
                .filter(word -> !ARTICLES.contains(word))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static final Set<String> ARTICLES = Set.of(
            "les", "des", "une", "aux", "the", "and", "for", "sur", "pour", "aupres", "from", "before", "devant");

    private static <T> T any(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
