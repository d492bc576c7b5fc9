package org.appel.applications.mailbox;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.Guess;
import org.appel.applications.model.PostingId;

/** What a mail is, as far as can be told without the database's last word. */
sealed interface Opinion {
    /** A machine's, to be left alone. */
    record Automatic(String reason) implements Opinion {}

    /** One that people have to look at. */
    record Unclear(@Nullable PostingId posting, String reason, List<Guess> guesses) implements Opinion {
        public Unclear {
            guesses = List.copyOf(guesses);
        }
    }

    /** An application to a posting that takes it. */
    record Application(Candidature candidature) implements Opinion {}

    /** An application to a posting that does not, so that nobody has looked into its documents. */
    record Untaken(Candidature candidature) implements Opinion {}

    /** One that was there before. */
    record Known() implements Opinion {}
}
