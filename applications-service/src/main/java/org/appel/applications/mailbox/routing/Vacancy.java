package org.appel.applications.mailbox.routing;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.PostingId;

/**
 * A posting as far as a subject line can name it.
 *
 * @param reference the organisation's own number, such as {@code OMCT-2025-07}
 * @param subject the mandated subject line
 * @param titles by language code
 * @param open false if its deadline has passed or it was withdrawn, and it only tells that a mail came late; or if it
 *     takes no mail, and only tells whom a subject is not for
 */
public record Vacancy(
        PostingId id, @Nullable String reference, @Nullable String subject, Map<String, String> titles, boolean open) {
    public Vacancy {
        titles = Map.copyOf(titles);
    }
}
