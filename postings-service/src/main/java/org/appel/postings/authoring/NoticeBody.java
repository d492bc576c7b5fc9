package org.appel.postings.authoring;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.postings.config.Registered;
import org.appel.postings.config.Registered.In;

/**
 * A notice as it was published or written elsewhere.
 *
 * @param organisation short name of the one whose posting it becomes
 * @param text in one language, without mark-up, its line breaks as they stand
 * @param language ISO 639-1; null to tell French from English
 */
@Schema(name = "Notice", description = "A notice in prose, in one language, its line breaks as they stand")
record NoticeBody(
        @NotNull(message = "is missing: whose posting this is") @Size(min = 1, max = 63)
        String organisation,

        @NotNull(message = "is missing: the notice") @Size(min = 1, max = 100_000)
        String text,

        @Registered(In.LANGUAGES) @Nullable String language) {

    @Override
    public String toString() {
        return "NoticeBody[" + organisation + ", " + text.length() + " characters]";
    }
}
