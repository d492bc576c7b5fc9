package org.appel.postings.board;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;

import org.jspecify.annotations.Nullable;

/**
 * In which languages somebody reads: all there are, or of each posting the one that suits best.
 *
 * @param wanted ISO 639-1 codes, the most wanted first; empty if all are asked for
 * @param refused codes that somebody would rather not read
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-accept-language">RFC 9110, 12.5.4</a>
 */
record LanguageChoice(List<String> wanted, List<String> refused) {

    static final LanguageChoice ALL = new LanguageChoice(List.of(), List.of());

    /** Longer than any browser's. */
    private static final int LONGEST = 500;

    /** More than anybody reads; the choice is kept with each answer. */
    private static final int MOST_CODES = 10;

    private static final int CODE_IN_BYTES = 60;

    /**
     * By the header {@code Accept-Language}: the first ten that are wanted, and ten that are not. Without it, and with one that
     * names no language or cannot be understood, all.
     */
    static LanguageChoice by(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > LONGEST) {
            return ALL;
        }
        try {
            var wanted = new ArrayList<String>();
            var refused = new ArrayList<String>();
            for (var range : LanguageRange.parse(header.strip())) {
                var code = Locale.forLanguageTag(range.getRange()).getLanguage();
                var list = range.getWeight() > 0 ? wanted : refused;
                if (list.size() < MOST_CODES && !code.isEmpty() && !wanted.contains(code) && !refused.contains(code)) {
                    list.add(code);
                }
            }
            return wanted.isEmpty() && refused.isEmpty() ? ALL : new LanguageChoice(wanted, refused);
        } catch (IllegalArgumentException e) {
            return ALL;
        }
    }

    LanguageChoice {
        wanted = List.copyOf(wanted);
        refused = List.copyOf(refused);
    }

    boolean isAll() {
        return wanted.isEmpty() && refused.isEmpty();
    }

    /** Roughly what it takes of the memory. */
    int bytes() {
        return (wanted.size() + refused.size()) * CODE_IN_BYTES;
    }

    /**
     * The best of the languages that there are.
     *
     * @param original the one to fall back to; it need not be there
     * @return null only if there is none
     */
    @Nullable
    String best(Collection<String> there, @Nullable String original) {
        for (var code : wanted) {
            if (there.contains(code)) {
                return code;
            }
        }
        if (original != null && there.contains(original) && !refused.contains(original)) {
            return original;
        }
        return there.stream()
                .filter(code -> !refused.contains(code))
                .findFirst()
                .orElse(there.stream().findFirst().orElse(null));
    }
}
