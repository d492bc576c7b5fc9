package org.appel.postings.model.notice;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.appel.postings.model.Experience;
import org.appel.postings.model.facts.NumberWords;

/**
 * How many years of experience are asked for. What a part of them must have been spent on ("dont au moins 7 ans", "three
 * of them") is left to the notice.
 */
final class ExperienceFinder {

    private static final String POINTER = "/experienceYears";

    private static final Pattern EXPERIENCE = Pattern.compile("\\bexperience\\b");
    private static final String NUMBER = "(\\d{1,2}|\\p{L}+)";
    private static final String YEARS = "(?:ans?|annees?|years?)\\b";
    private static final Pattern RANGE =
            Pattern.compile("\\b" + NUMBER + " ?(?:a|et|to|and|-) ?" + NUMBER + " " + YEARS);
    private static final Pattern AT_LEAST = Pattern.compile("\\b" + NUMBER + "(?: ?\\(\\d{1,2}\\))? ?\\+? " + YEARS);
    private static final Pattern PART_OF_IT =
            Pattern.compile("\\bdont\\b|\\bof which\\b|\\bincluding\\b|\\by compris\\b");

    private ExperienceFinder() {}

    static @Nullable Experience find(Notice notice, Notes notes) {
        var asked = notice.saying(EXPERIENCE)
                .map(ExperienceFinder::withoutParts)
                .flatMap(sentence -> years(sentence).map(years -> Map.entry(years, sentence)).stream())
                .toList();
        if (asked.isEmpty()) {
            return null;
        }
        var first = asked.getFirst();
        notes.found(POINTER, first.getValue().text());
        asked.stream()
                .filter(other -> !other.getKey().equals(first.getKey()))
                .forEach(other -> notes.doubt(
                        POINTER,
                        "is said in more than one way; the first was taken",
                        other.getValue().text()));
        return first.getKey();
    }

    private static Sentence withoutParts(Sentence sentence) {
        var part = PART_OF_IT.matcher(sentence.plain());
        return part.find() ? sentence.part(0, part.start()) : sentence;
    }

    private static Optional<Experience> years(Sentence sentence) {
        var range = RANGE.matcher(sentence.plain());
        if (range.find()) {
            var from = number(range.group(1));
            var to = number(range.group(2));
            if (from.isPresent() && to.isPresent() && from.get() <= to.get()) {
                return Optional.of(new Experience(from.get(), to.get()));
            }
        }
        return AT_LEAST.matcher(sentence.plain())
                .results()
                .flatMap(found -> number(found.group(1)).stream())
                .findFirst()
                .map(years -> new Experience(years, null));
    }

    private static Optional<Integer> number(String written) {
        if (Character.isDigit(written.charAt(0))) {
            return Optional.of(Integer.valueOf(written));
        }
        return NumberWords.in(written).stream().filter(value -> value > 0).findFirst();
    }
}
