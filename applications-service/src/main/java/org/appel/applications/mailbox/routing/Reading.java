package org.appel.applications.mailbox.routing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.appel.applications.mailbox.routing.Word.Kind;

/**
 * A subject's words, read with the vacancies' words at hand.
 *
 * @param words in their order
 * @param misspelled places of the words that are taken for a vacancy's word though a letter is wrong
 * @param passed places of the words that are the sender's or the organisation's name
 * @param found the references in it
 * @param keys what the words are compared by
 */
record Reading(
        List<Word> words, Set<Integer> misspelled, Set<Integer> passed, References.Found found, Set<String> keys) {
    /** What clients write where there is nothing. */
    private static final Set<String> EMPTY = Set.of(
            "",
            "sans objet",
            "sans sujet",
            "aucun objet",
            "pas d objet",
            "no subject",
            "none",
            "sin asunto",
            "kein betreff",
            "nessun oggetto",
            "sem assunto",
            "بدون موضوع");
    /** A word of fewer letters is near too many others. */
    private static final int LONG_ENOUGH = 5;

    private static final int PARTS_OF_A_NAME = 2;

    /** @param names of the sender and the organisation, which say nothing of the vacancy */
    static Reading of(String subject, VacancyIndex index, Collection<String> names) {
        var mended = Mending.mend(subject);
        var whole = LostCharacters.areIn(mended) ? new LostCharacters(index.lines()).restore(mended) : mended;
        var misspelled = new HashSet<Integer>();
        var words = spelled(rejoined(Wording.of(Prefixes.strip(whole)), index), index, misspelled);
        var passed = new HashSet<Integer>();
        names.forEach(name -> pass(name, words, index, passed));
        var keys = words.stream().flatMap(word -> word.keys().stream()).collect(Collectors.toSet());
        return new Reading(words, misspelled, passed, index.references().in(words), keys);
    }

    boolean isEmpty() {
        return EMPTY.contains(words.stream().map(Word::folded).collect(Collectors.joining(" ")));
    }

    /** The keys that no word has but a misspelled one. */
    Set<String> misspelledKeys() {
        if (misspelled.isEmpty()) {
            return Set.of();
        }
        var keys = new HashSet<String>();
        misspelled.forEach(at -> keys.addAll(words.get(at).keys()));
        IntStream.range(0, words.size())
                .filter(at -> !misspelled.contains(at))
                .forEach(at -> words.get(at).keys().forEach(keys::remove));
        return keys;
    }

    /** Whether case says nothing in it: all in capitals, or none. */
    boolean isOfOneCase() {
        var letters = words.stream().map(Word::shown).collect(Collectors.joining());
        return letters.chars().noneMatch(Character::isUpperCase)
                || letters.chars().noneMatch(Character::isLowerCase);
    }

    /** Puts together what a blank has parted, and parts what lost its blank, where a vacancy has it so. */
    private static List<Word> rejoined(List<Word> words, VacancyIndex index) {
        var rejoined = new ArrayList<Word>();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            var neighbours = isKnown(word, index) ? null : index.neighbours().get(word.folded());
            var whole = i + 1 < words.size() ? whole(word, words.get(i + 1), index) : Optional.<Word>empty();
            if (neighbours != null) {
                neighbours.forEach(neighbour -> rejoined.add(word.meaning(neighbour.keys(), neighbour.kind())));
            } else if (whole.isPresent()) {
                rejoined.add(whole.get());
                i++;
            } else {
                rejoined.add(word);
            }
        }
        return rejoined;
    }

    private static Optional<Word> whole(Word first, Word second, VacancyIndex index) {
        var key = index.surfaces().get(first.folded() + second.folded());
        boolean parted = key != null && second.gap().isBlank() && !(isKnown(first, index) && isKnown(second, index));
        return parted ? Optional.of(first.meaning(List.of(key), Kind.PLAIN)) : Optional.empty();
    }

    private static boolean isKnown(Word word, VacancyIndex index) {
        return word.kind() != Kind.PLAIN || word.keys().stream().anyMatch(index::knows) || Lexicon.knows(word.folded());
    }

    private static List<Word> spelled(List<Word> words, VacancyIndex index, Set<Integer> misspelled) {
        var spelled = new ArrayList<>(words);
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (word.folded().length() >= LONG_ENOUGH && !isKnown(word, index)) {
                var meant = meant(word.folded(), index);
                if (meant.isPresent()) {
                    spelled.set(i, word.meaning(List.of(meant.get()), Kind.PLAIN));
                    misspelled.add(i);
                }
            }
        }
        return spelled;
    }

    /** The one word of the vacancies that a letter makes of it, if no other word there is would do as well. */
    private static Optional<String> meant(String folded, VacancyIndex index) {
        var near = index.surfaces().entrySet().stream()
                .filter(surface -> surface.getKey().length() >= LONG_ENOUGH)
                .filter(surface -> Spelling.isOneSlip(folded, surface.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
        return near.stream()
                .filter(key -> near.size() == 1 && Lexicon.isLonely(folded, key))
                .findFirst();
    }

    /**
     * Finds a name as a whole, in any order of its parts. A single word could be anything, and words that all are
     * vacancies' words are no name.
     */
    private static void pass(String name, List<Word> words, VacancyIndex index, Set<Integer> passed) {
        var parts = Wording.of(name).stream().map(Word::folded).sorted().toList();
        if (parts.size() < PARTS_OF_A_NAME) {
            return;
        }
        for (int i = 0; i + parts.size() <= words.size(); i++) {
            var there = words.subList(i, i + parts.size());
            if (there.stream().map(Word::folded).sorted().toList().equals(parts)
                    && there.stream().flatMap(word -> word.keys().stream()).anyMatch(key -> !index.knows(key))) {
                IntStream.range(i, i + parts.size()).forEach(passed::add);
            }
        }
    }

    @Override
    public String toString() {
        return "Reading[" + words.size() + " words]";
    }
}
