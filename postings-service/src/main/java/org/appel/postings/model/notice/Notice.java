package org.appel.postings.model.notice;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.appel.postings.model.Section;
import org.appel.postings.model.facts.Fact;
import org.appel.postings.model.facts.FactReader;
import org.appel.postings.model.facts.MonthNames;
import org.appel.postings.model.facts.PlaceNames;

/**
 * A notice, laid out, as those who look for one field in it see it.
 *
 * @param language ISO 639-1
 * @param layout its title and sections
 * @param sentences in their order
 */
record Notice(String language, Layout layout, List<Sentence> sentences, PlaceNames places, FactReader reader) {

    static Notice of(String text, String language) {
        var languages = List.of("fr", "en", language);
        var places = PlaceNames.of(languages, List.of());
        var layout = Layout.of(Line.of(text), places);
        var sentences = layout.sections().stream()
                .flatMap(section -> Stream.concat(section.paragraphs().stream(), section.items().stream())
                        .flatMap(paragraph -> Sentence.in(paragraph, section.kind()).stream()))
                .toList();
        return new Notice(language, layout, sentences, places, new FactReader(new MonthNames(languages), places));
    }

    Stream<Sentence> saying(Pattern words) {
        return sentences.stream().filter(sentence -> sentence.says(words));
    }

    Stream<Sentence> in(Section.Kind kind) {
        return sentences.stream().filter(sentence -> sentence.kind() == kind);
    }

    /** The facts of one kind that a sentence says. */
    <T extends Fact> List<T> facts(String text, Class<T> kind) {
        return facts(text, kind, _ -> true);
    }

    <T extends Fact> List<T> facts(String text, Class<T> kind, Predicate<T> wanted) {
        return reader.read(text, language).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(wanted)
                .toList();
    }
}
