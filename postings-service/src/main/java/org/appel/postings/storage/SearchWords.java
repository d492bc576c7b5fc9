package org.appel.postings.storage;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.appel.postings.model.JobAd;
import org.appel.postings.model.Place;
import org.appel.postings.model.Section;
import org.appel.postings.model.Text;

/** Words as the search compares them: lower case, without accents, ligatures spelled out. */
final class SearchWords {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private SearchWords() {}

    /**
     * The words of a text in their order. What stands alone is a remnant of French spelling, as in {@code l’espace} and
     * {@code chargé·e}, and left out.
     */
    static List<String> of(String text) {
        return BETWEEN_WORDS
                .splitAsStream(plain(text))
                .filter(word -> word.length() > 1)
                .toList();
    }

    /** A name in the form in which two spellings of it are equal. */
    static String name(String text) {
        return String.join(" ", of(text));
    }

    /** All words of a notice, with the organisation's name. */
    static String of(JobAd ad, String organisationName) {
        var about = Stream.of(organisationName, ad.reference(), ad.grade());
        var cities = ad.places().stream().map(Place::city);
        var texts = ad.texts().values().stream().flatMap(SearchWords::text);
        return Stream.of(about, cities, texts)
                .flatMap(part -> part)
                .filter(Objects::nonNull)
                .map(SearchWords::name)
                .collect(Collectors.joining(" "));
    }

    private static Stream<String> text(Text text) {
        return Stream.concat(Stream.of(text.title()), text.sections().stream().flatMap(SearchWords::section));
    }

    private static Stream<String> section(Section section) {
        return Stream.of(Stream.ofNullable(section.heading()), section.paragraphs().stream(), section.items().stream())
                .flatMap(part -> part);
    }

    private static String plain(String text) {
        var lower = text.toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae")
                .replace("ß", "ss");
        return MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
    }
}
