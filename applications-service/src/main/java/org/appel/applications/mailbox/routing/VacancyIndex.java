package org.appel.applications.mailbox.routing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.appel.applications.mailbox.routing.Word.Kind;

/** The words of all vacancies of an organisation. */
final class VacancyIndex {
    /**
     * A vacancy with all its words.
     *
     * @param at its place in the list
     * @param own the words of all its namings
     */
    record Entry(int at, Vacancy vacancy, List<Naming> namings, Set<String> own) {}

    private static final int KEPT = 8;

    /** The last ones: an organisation's vacancies change seldom, its mail comes in heaps. */
    private static final Map<List<Vacancy>, VacancyIndex> LATEST =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<List<Vacancy>, VacancyIndex> eldest) {
                    return size() > KEPT;
                }
            });

    private final List<Entry> entries = new ArrayList<>();
    private final References references = new References();
    /** In how many vacancies a word is. */
    private final Map<String, Integer> frequency = new HashMap<>();
    /** The plain words as they are written, with what they are compared by. */
    private final Map<String, String> surfaces = new HashMap<>();
    /** What two neighbours are when the blank between them is lost. */
    private final Map<String, List<Word>> neighbours = new HashMap<>();

    private final List<String> lines = new ArrayList<>();

    static VacancyIndex of(List<Vacancy> vacancies) {
        return LATEST.computeIfAbsent(List.copyOf(vacancies), VacancyIndex::new);
    }

    private VacancyIndex(List<Vacancy> vacancies) {
        IntStream.range(0, vacancies.size()).forEach(at -> addReferences(vacancies.get(at), at));
        IntStream.range(0, vacancies.size()).forEach(at -> add(vacancies.get(at), at));
    }

    private void addReferences(Vacancy vacancy, int at) {
        if (vacancy.reference() != null) {
            references.add(vacancy.reference(), at);
        }
        var line = vacancy.subject();
        if (line != null && !Naming.of(Wording.of(Mending.mend(line))).isTelling()) {
            references.add(line, at);
        }
    }

    private void add(Vacancy vacancy, int at) {
        var namings = new ArrayList<Naming>();
        var own = new HashSet<String>();
        lines(vacancy).map(Mending::mend).forEach(line -> {
            var words = Wording.of(line);
            var ofReference = references.in(words).words();
            var rest = IntStream.range(0, words.size())
                    .filter(i -> !ofReference.contains(i))
                    .mapToObj(words::get)
                    .toList();
            var naming = Naming.of(rest);
            if (naming.isTelling()) {
                namings.add(naming);
            }
            words.forEach(word -> own.addAll(word.keys()));
            remember(rest);
            lines.add(line);
        });
        own.forEach(key -> frequency.merge(key, 1, Integer::sum));
        entries.add(new Entry(at, vacancy, namings, own));
    }

    private static Stream<String> lines(Vacancy vacancy) {
        return Stream.concat(Stream.ofNullable(vacancy.subject()), vacancy.titles().values().stream())
                .filter(line -> !line.isBlank())
                .distinct();
    }

    private void remember(List<Word> words) {
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (word.kind() == Kind.PLAIN && word.keys().size() == 1) {
                surfaces.put(word.folded(), word.keys().getFirst());
            }
            if (i > 0) {
                neighbours.putIfAbsent(words.get(i - 1).folded() + word.folded(), List.of(words.get(i - 1), word));
            }
        }
    }

    List<Entry> entries() {
        return entries;
    }

    References references() {
        return references;
    }

    /** The vacancies' lines, mended. */
    List<String> lines() {
        return lines;
    }

    boolean knows(String key) {
        return frequency.containsKey(key);
    }

    Map<String, String> surfaces() {
        return surfaces;
    }

    Map<String, List<Word>> neighbours() {
        return neighbours;
    }

    /** The rarer a word is among the vacancies, the more it says. */
    double weight(String key) {
        return Math.log(1 + (double) entries.size() / frequency.getOrDefault(key, 1));
    }
}
