package org.appel.applications.mailbox.routing;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts back the accents and dots of which a client or server made question marks: "Charg??e" where a vacancy has
 * "Chargé·e". Where two vacancies have different words that would look so, nothing is put back.
 */
final class LostCharacters {
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern LOST = Pattern.compile("[?\\uFFFD]+");
    private static final Pattern BEYOND = Pattern.compile("[^\\x00-\\x7F]+");
    private static final Pattern EDGES =
            Pattern.compile("^[\\p{Punct}&&[^?]]+|[\\p{Punct}&&[^?)]]+$", Pattern.UNICODE_CHARACTER_CLASS);
    /** What inclusive writing adds to a word. */
    private static final Pattern ADDED = Pattern.compile("[·∙•‧(.\\-/].*$");

    /** By what they look like: the words, by what they are compared by. */
    private final Map<String, Map<List<List<String>>, String>> words = new HashMap<>();

    /** @param lines of the vacancies, mended */
    LostCharacters(List<String> lines) {
        for (var line : lines) {
            for (var word : BLANK.split(Normalizer.normalize(line, Normalizer.Form.NFC))) {
                var whole = EDGES.matcher(word).replaceAll("");
                var base = ADDED.matcher(whole).replaceAll("");
                learn(whole);
                learn(base);
                learn(base + "e");
            }
        }
    }

    static boolean areIn(String subject) {
        return LOST.matcher(subject).find();
    }

    private void learn(String word) {
        var lossy = BEYOND.matcher(word).replaceAll("?").toLowerCase(Locale.ROOT);
        if (lossy.contains("?")) {
            var keys = Wording.of(word).stream().map(Word::keys).toList();
            words.computeIfAbsent(lossy, any -> new HashMap<>()).putIfAbsent(keys, word);
        }
    }

    String restore(String subject) {
        return BLANK.splitAsStream(subject).map(this::restored).collect(Collectors.joining(" "));
    }

    private String restored(String word) {
        var core = EDGES.matcher(word).replaceAll("");
        var lossy = LOST.matcher(BEYOND.matcher(core).replaceAll("?"))
                .replaceAll("?")
                .toLowerCase(Locale.ROOT);
        var meant = words.getOrDefault(lossy, Map.of()).values();
        return LOST.matcher(core).find() && meant.size() == 1
                ? word.replace(core, meant.iterator().next())
                : word;
    }
}
