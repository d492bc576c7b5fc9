package org.appel.postings.model;

import org.jspecify.annotations.Nullable;

/**
 * A language that the work asks for.
 *
 * @param code ISO 639-1
 * @param level in the notice's words, when it says one
 */
public record WorkingLanguage(
        String code, Need need, @Nullable String level) {

    /** How much it is wanted. */
    public enum Need implements Coded {
        REQUIRED,
        ASSET
    }
}
