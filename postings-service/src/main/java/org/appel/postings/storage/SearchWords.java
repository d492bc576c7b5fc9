package org.appel.postings.storage;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.appel.postings.model.JobAd;
import org.appel.postings.model.Place;
import org.appel.postings.model.Section;
import org.appel.postings.model.Text;

/**
 * Words as the search compares them: lower case, without accents, ligatures spelled out, both genders of what is written
 * for both.
 */
final class SearchWords {

    /** Of the rules in here and in {@link InclusiveForms}; raised when they give other words for a notice. */
    static final int VERSION = 1;

    /** Nobody asks for more, and each costs. */
    private static final int MOST_SOUGHT = 20;

    /** Shorter ones begin too many words. */
    private static final int SHORTEST_BEGINNING = 3;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /**
     * What French and English notices have in every sentence. Short on purpose: the lists of PostgreSQL also hold words
     * that candidates look for, such as {@code IT} and {@code EU}.
     */
    private static final Set<String> STOP_WORDS = Set.of(
            ("de des du la le les un une et ou au aux en dans par pour sur avec sans sous chez ce cet cette ces qui que qu"
                            + " dont se sa son ses leur leurs nos notre vos votre est sont il elle ils elles nous vous ne"
                            + " the an of and or in to for with on at by from as is are be this that these those our your"
                            + " their its")
                    .split(" "));

    private SearchWords() {}

    /**
     * The words of a text in their order, both genders where both are meant. What stands alone is a remnant of French
     * spelling, as in {@code l’espace}, and left out.
     */
    static List<String> of(String text) {
        return split(text).flatMap(List::stream).toList();
    }

    /**
     * What somebody looks for: words that must all be found, each in one of its spellings. Words that are in every notice
     * are left out, unless there are no others, and so is what comes after twenty others.
     */
    static List<List<String>> sought(String text) {
        var words = split(text).toList();
        var telling = words.stream()
                .filter(spellings -> spellings.stream().noneMatch(STOP_WORDS::contains))
                .toList();
        return (telling.isEmpty() ? words : telling)
                .stream()
                        .map(spellings -> spellings.size() == 1 ? withOtherGender(spellings.getFirst()) : spellings)
                        .distinct()
                        .limit(MOST_SOUGHT)
                        .toList();
    }

    /** Whether the word is long enough to stand for every word that begins with it. */
    static boolean isBeginning(String word) {
        return word.length() >= SHORTEST_BEGINNING;
    }

    /** A name in the form in which two spellings of it are equal. */
    static String name(String text) {
        return words(plain(text)).collect(Collectors.joining(" "));
    }

    /** All words of a notice, with the organisation's name. */
    static String of(JobAd ad, String organisationName) {
        var about = Stream.of(organisationName, ad.reference(), ad.grade());
        var cities = ad.places().stream().map(Place::city);
        var texts = ad.texts().values().stream().flatMap(SearchWords::text);
        return Stream.of(about, cities, texts)
                .flatMap(part -> part)
                .filter(Objects::nonNull)
                .map(text -> String.join(" ", of(text)))
                .collect(Collectors.joining(" "));
    }

    private static Stream<String> text(Text text) {
        return Stream.concat(Stream.of(text.title()), text.sections().stream().flatMap(SearchWords::section));
    }

    private static Stream<String> section(Section section) {
        return Stream.of(Stream.ofNullable(section.heading()), section.paragraphs().stream(), section.items().stream())
                .flatMap(part -> part);
    }

    /** Word after word, each with its spellings. */
    private static Stream<List<String>> split(String text) {
        var plain = plain(InclusiveForms.withSeparators(text));
        var forms = InclusiveForms.in(plain);
        var found = new ArrayList<List<String>>();
        int end = 0;
        while (forms.find()) {
            words(plain.substring(end, forms.start())).map(List::of).forEach(found::add);
            found.add(InclusiveForms.words(forms));
            end = forms.end();
        }
        words(plain.substring(end)).map(List::of).forEach(found::add);
        return found.stream();
    }

    private static Stream<String> words(String plain) {
        return BETWEEN_WORDS.splitAsStream(plain).filter(word -> word.length() > 1);
    }

    /** {@code directrice} also finds a notice that only says {@code directeur}: stems differ there, and nowhere else. */
    private static List<String> withOtherGender(String word) {
        return Stream.of(
                        word,
                        ending(word, "trice", "teur"),
                        ending(word, "teur", "trice"),
                        ending(word, "euse", "eur"),
                        ending(word, "iere", "ier"),
                        ending(word, "llere", "ller"))
                .distinct()
                .toList();
    }

    private static String ending(String word, String from, String to) {
        return word.endsWith(from) && word.length() > from.length() + 1
                ? word.substring(0, word.length() - from.length()) + to
                : word;
    }

    private static String plain(String text) {
        var lower = text.toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss");
        return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
    }
}
