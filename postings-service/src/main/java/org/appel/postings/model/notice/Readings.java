package org.appel.postings.model.notice;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** What a notice says of one field: each value once, with the words that name it first, in the order of reading. */
final class Readings<T> {

    private final Map<T, String> words = new LinkedHashMap<>();

    void add(T value, String said) {
        words.putIfAbsent(value, said);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    boolean areSeveral() {
        return words.size() > 1;
    }

    /** The words that name a value first; null if none does. */
    @Nullable
    String wordsOf(T value) {
        return words.get(value);
    }

    /**
     * The one value, noted as found; empty if there is none, and if there are several, each of which is noted as a doubt.
     *
     * @param detail of the doubt about a value
     */
    Optional<T> only(String pointer, Function<T, String> detail, Notes notes) {
        if (areSeveral()) {
            doubtEach(pointer, detail, notes);
            return Optional.empty();
        }
        words.values().forEach(said -> notes.found(pointer, said));
        return words.keySet().stream().findFirst();
    }

    void doubtEach(String pointer, Function<T, String> detail, Notes notes) {
        words.forEach((value, said) -> notes.doubt(pointer, detail.apply(value), said));
    }
}
