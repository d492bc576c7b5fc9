package org.appel.postings.model.facts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.appel.postings.model.facts.Fact.Named;

/**
 * Countries by their names in several languages, as the JDK knows them from the Unicode CLDR, and cities whose names
 * differ, from {@code place-names.txt}. A name counts in every language, so that a name left as it is, is no difference.
 *
 * @see <a href="https://cldr.unicode.org/">CLDR</a>
 */
public final class PlaceNames {

    /** Languages that leave names as they are; others decline them, and would seem not to name them. */
    public static final Set<String> LANGUAGES = Set.of("fr", "en", "es", "pt", "it", "de");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final int LONGEST_NAME = 6;
    /** La Réunion: no text can be told from one about a meeting. */
    private static final Set<String> MISTAKABLE = Set.of("RE");

    /** Only in capitals: "us" and "eau" are words. */
    private static final Set<String> ACRONYMS = Set.of("us", "usa", "uk", "uae", "eau", "rdc", "drc");
    /** US$ 500 is no place. */
    private static final Pattern MONEY = Pattern.compile("[ \\u00a0\\u202f]?(?:\\$|[Dd]ollar)");

    private static final int SHORTEST_VERB = 4;
    private static final int SHORTEST_STEM = 4;
    /** In the file, before the beginning of an adjective. */
    private static final String HINT = "~";
    /** In the file, before the country of a city. */
    private static final String IN_COUNTRY = "@";
    /** Whatever the languages of a notice: its names may have been left as they are in one of these. */
    private static final Set<String> ALWAYS = Set.of("fr", "en");

    private static final Map<Set<String>, PlaceNames> KNOWN = new ConcurrentHashMap<>();

    private final Map<String, Set<String>> placesByName;
    private final Map<String, Set<String>> stemsByPlace;
    private final Map<String, String> countriesByCity;

    private PlaceNames(
            Map<String, Set<String>> placesByName,
            Map<String, Set<String>> stemsByPlace,
            Map<String, String> countriesByCity) {
        this.placesByName = placesByName;
        this.stemsByPlace = stemsByPlace;
        this.countriesByCity = countriesByCity;
    }

    /**
     * Those that are known in some languages, and some cities.
     *
     * @param languages ISO 639-1 codes
     * @param cities by whatever names, each another place than all others if it is not known
     */
    public static PlaceNames of(Collection<String> languages, Collection<String> cities) {
        var wanted = new TreeSet<>(ALWAYS);
        languages.stream().filter(LANGUAGES::contains).forEach(wanted::add);
        var known = KNOWN.computeIfAbsent(wanted, PlaceNames::known);
        var more = new PlaceNames(new HashMap<>(known.placesByName), known.stemsByPlace, known.countriesByCity);
        cities.stream()
                .map(PlaceNames::key)
                .filter(name -> !name.isEmpty())
                .forEach(name -> more.placesByName.putIfAbsent(name, Set.of(name)));
        return more;
    }

    /** The places that a text names, each with a capital. */
    public List<Named> in(String composed) {
        var found = new ArrayList<Named>();
        var words = WORD.matcher(composed).results().toList();
        for (int i = 0; i < words.size(); ) {
            int taken = Character.isUpperCase(words.get(i).group().codePointAt(0)) ? longestName(words, i) : 0;
            if (taken == 1 && isMistaken(composed, words, i)) {
                taken = 0;
            }
            if (taken > 0) {
                var name = composed.substring(
                        words.get(i).start(), words.get(i + taken - 1).end());
                found.add(new Named(placesByName.getOrDefault(key(name), Set.of()), name));
            }
            i += Math.max(1, taken);
        }
        return found;
    }

    /** Whether a text speaks of one of the places by an adjective, as in "les autorités libyennes" for Libya. */
    public boolean isHintedAt(Named place, Set<String> wordsOfText) {
        return place.places().stream()
                .flatMap(each -> stemsByPlace.getOrDefault(each, Set.of()).stream())
                .anyMatch(stem -> wordsOfText.stream().anyMatch(word -> word.startsWith(stem)));
    }

    /** Whether it can only be a country. */
    public boolean isCountry(Named place) {
        return place.places().stream().allMatch(PlaceNames::isCountry);
    }

    /** The country of a place, or which it is, by ISO 3166-1; empty if that is not known, or may be several. */
    public Optional<String> country(Named place) {
        var countries = place.places().stream()
                .map(each -> isCountry(each) ? each : countriesByCity.getOrDefault(each, ""))
                .distinct()
                .toList();
        return countries.size() == 1
                ? Optional.of(countries.getFirst()).filter(code -> !code.isEmpty())
                : Optional.empty();
    }

    /** The words of a text in {@link Plain} form, each once. */
    public static Set<String> words(String plain) {
        var words = new HashSet<String>();
        WORD.matcher(plain).results().map(MatchResult::group).forEach(words::add);
        return words;
    }

    /** Whether a word only looks like a country's acronym, as in "about us", "CONTACT US" and "US dollars". */
    private static boolean isMistaken(String composed, List<MatchResult> words, int at) {
        var word = words.get(at);
        return ACRONYMS.contains(Plain.of(word.group()))
                && (!isInCapitals(word)
                        || at > 0 && isShouted(word, words.get(at - 1))
                        || MONEY.matcher(composed)
                                .region(word.end(), composed.length())
                                .lookingAt());
    }

    /** JOIN US; but FROM THE US, and EU-US. */
    private static boolean isShouted(MatchResult word, MatchResult before) {
        return word.group().equals("US") && before.group().length() >= SHORTEST_VERB && isInCapitals(before);
    }

    private static boolean isInCapitals(MatchResult word) {
        return word.group().chars().noneMatch(Character::isLowerCase);
    }

    private int longestName(List<MatchResult> words, int first) {
        var name = new StringBuilder();
        int longest = 0;
        for (int i = first; i < Math.min(words.size(), first + LONGEST_NAME); i++) {
            name.append(i == first ? "" : " ").append(Plain.of(words.get(i).group()));
            if (placesByName.containsKey(name.toString())) {
                longest = i - first + 1;
            }
        }
        return longest;
    }

    private static String key(String name) {
        var words = WORD.matcher(Plain.of(Plain.compose(name))).results().map(MatchResult::group);
        return String.join(" ", words.toList());
    }

    private static PlaceNames known(Set<String> languages) {
        var names = new HashMap<String, Set<String>>();
        var stems = new HashMap<String, Set<String>>();
        var countries = new HashMap<String, String>();
        for (var country : Locale.getISOCountries()) {
            if (!MISTAKABLE.contains(country)) {
                languages.stream()
                        .map(language -> Locale.of("", country).getDisplayCountry(Locale.of(language)))
                        .forEach(name -> add(name, country, names, stems));
            }
        }
        lines().forEach(line -> {
            var sameAs = line.split("=", 2);
            var id = sameAs[0].strip();
            for (var name : sameAs[1].split("\\|")) {
                if (name.strip().startsWith(HINT)) {
                    stems.computeIfAbsent(id, _ -> new HashSet<>())
                            .add(name.strip().substring(1));
                } else if (name.strip().startsWith(IN_COUNTRY)) {
                    countries.put(id, name.strip().substring(1));
                } else {
                    add(name, id, names, stems);
                }
            }
        });
        return new PlaceNames(Map.copyOf(names), Map.copyOf(stems), Map.copyOf(countries));
    }

    /** "Myanmar (Burma)" is two names. */
    private static void add(String name, String place, Map<String, Set<String>> names, Map<String, Set<String>> stems) {
        for (var each : name.split("[()]")) {
            var key = key(each);
            if (key.length() >= 2) {
                names.computeIfAbsent(key, _ -> new HashSet<>()).add(place);
                if (isCountry(place) && key.length() >= SHORTEST_STEM && !key.contains(" ")) {
                    stems.computeIfAbsent(place, _ -> new HashSet<>()).add(stem(key));
                }
            }
        }
    }

    /** Libye, libyen; Morocco, Moroccan. */
    private static String stem(String name) {
        return name.substring(0, Math.max(SHORTEST_STEM, name.length() - 3));
    }

    private static boolean isCountry(String place) {
        return place.length() == 2;
    }

    private static List<String> lines() {
        try (var file = Objects.requireNonNull(PlaceNames.class.getResourceAsStream("place-names.txt"));
                var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
