package org.appel.applications.mailbox.routing;

import java.util.List;
import java.util.Locale;

import org.appel.applications.model.PostingId;

/** Where a subject line leads. */
public sealed interface Route {
    /** It names this posting and no other. */
    record Filed(PostingId posting) implements Route {}

    /**
     * It is for people to sort.
     *
     * @param guesses what it may have meant, the likeliest first; empty if nothing is near
     */
    record Unclear(Reason reason, List<Guess> guesses) implements Route {
        public Unclear {
            guesses = List.copyOf(guesses);
        }
    }

    /**
     * @param why in a code: {@code reference} and {@code title} if these are there, but something else, too;
     *     {@code more-than-the-title} if there are words that the posting has not; {@code unknown-reference} beside a
     *     reference that no posting has; {@code half-the-title}
     */
    record Guess(PostingId posting, String why) {}

    /** Why people have to sort it. */
    enum Reason {
        /** No word of the subject leads to a posting. */
        NO_VACANCY_NAMED,
        /** It fits several postings as well. */
        SEVERAL_VACANCIES,
        /** It is near one posting, not near enough. */
        UNCERTAIN,
        /** Reference and words name different postings. */
        CONTRADICTORY,
        /** There is no subject. */
        NO_SUBJECT;

        /** The name in the API and the database, such as {@code several-vacancies}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
