package org.appel.postings.model.facts;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of the months in some languages, whole and short, as {@link Plain} text. */
public final class MonthNames {

    private static final int SHORTEST = 3;

    private final Map<String, Integer> numbers = new HashMap<>();

    /** @param languages ISO 639-1 codes */
    public MonthNames(Collection<String> languages) {
        for (var language : languages) {
            for (var month : Month.values()) {
                names(month, Locale.of(language)).forEach(name -> numbers.putIfAbsent(name, month.getValue()));
            }
        }
        numbers.putIfAbsent("sept", Month.SEPTEMBER.getValue());
    }

    private static Stream<String> names(Month month, Locale language) {
        return Stream.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)
                .map(style -> Plain.of(Plain.compose(month.getDisplayName(style, language)))
                        .replace(".", ""))
                .filter(name -> name.length() >= SHORTEST && name.chars().allMatch(Character::isLetter));
    }

    /** One of them, longest first, as an alternative for a regular expression. */
    String pattern() {
        return numbers.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
    }

    int number(String name) {
        return numbers.getOrDefault(name, 0);
    }
}
