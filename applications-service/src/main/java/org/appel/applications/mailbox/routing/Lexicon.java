package org.appel.applications.mailbox.routing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What words mean in a subject, whatever the vacancies are. They stand in {@code phrases.txt}, {@code places.txt} and
 * {@code trades.txt} beside this class.
 */
final class Lexicon {
    /** The sections of the files. */
    enum Sense {
        STOP,
        PARTICLE,
        FRAME,
        SOFT,
        MONTH,
        INTENT,
        PLACE,
        PLACE_OR_NAME,
        TRADE;

        /** Whether gender and number are set aside: not where a letter makes another place. */
        private boolean isStemmed() {
            return switch (this) {
                case FRAME, SOFT, INTENT, TRADE -> true;
                case STOP, PARTICLE, MONTH, PLACE, PLACE_OR_NAME -> false;
            };
        }
    }

    private static final Map<Sense, Set<String>> WORDS = read("phrases.txt", "places.txt", "trades.txt");
    private static final Set<String> ALL =
            WORDS.values().stream().flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

    private Lexicon() {}

    /** @param folded as {@link Folding#fold} makes it */
    static boolean is(Sense sense, String folded) {
        return words(sense).contains(sense.isStemmed() ? Folding.stem(folded) : folded);
    }

    /** Whether it is a word of its own, and therefore none that was misspelled. */
    static boolean knows(String folded) {
        return ALL.contains(folded) || ALL.contains(Folding.stem(folded));
    }

    /** Whether no word of these lists, but one compared by that key, is a slip away from it. */
    static boolean isLonely(String folded, String key) {
        var stem = Folding.stem(folded);
        return ALL.stream()
                .filter(word -> !Folding.stem(word).equals(key))
                .noneMatch(word -> Spelling.isOneSlip(folded, word) || Spelling.isOneSlip(stem, word));
    }

    private static Set<String> words(Sense sense) {
        return Objects.requireNonNull(WORDS.get(sense));
    }

    private static Map<Sense, Set<String>> read(String... files) {
        var words = new EnumMap<Sense, Set<String>>(Sense.class);
        for (var sense : Sense.values()) {
            words.put(sense, new HashSet<>());
        }
        for (var file : files) {
            var sense = Sense.STOP;
            for (var line : text(file).split("\n")) {
                if (line.startsWith("[")) {
                    sense = Sense.valueOf(line.substring(1, line.indexOf(']'))
                            .toUpperCase(Locale.ROOT)
                            .replace('-', '_'));
                } else if (!line.startsWith("#")) {
                    add(line, sense, Objects.requireNonNull(words.get(sense)));
                }
            }
        }
        return words;
    }

    private static void add(String line, Sense sense, Set<String> words) {
        Arrays.stream(line.split(" "))
                .filter(word -> !word.isEmpty())
                .map(Folding::fold)
                .map(word -> sense.isStemmed() ? Folding.stem(word) : word)
                .forEach(words::add);
    }

    private static String text(String file) {
        try (InputStream in = Lexicon.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
