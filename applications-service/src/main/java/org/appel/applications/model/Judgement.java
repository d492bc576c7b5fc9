package org.appel.applications.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** What became of a mail. Each but an unsorted one has an answer or a reason why there is none. */
public sealed interface Judgement {
    Outcome outcome();

    /** The posting in whose account it stands; null if it belongs to none. */
    @Nullable
    PostingId posting();

    /**
     * It became an application, or brought one up to date.
     *
     * @param unanswered why no acknowledgement is owed; null if one is
     */
    record Filed(Receipt receipt, boolean updated, @Nullable String unanswered) implements Judgement {
        @Override
        public Outcome outcome() {
            return updated ? Outcome.UPDATED : Outcome.ACCEPTED;
        }

        @Override
        public PostingId posting() {
            return receipt.posting();
        }
    }

    /**
     * It was there before.
     *
     * @param first what was judged then
     * @param application that it had become part of; null if none
     * @param revision of that application; null if there is none
     */
    record Repeated(
            MessageId first,
            @Nullable PostingId posting,
            @Nullable ApplicationId application,
            @Nullable Integer revision)
            implements Judgement {
        @Override
        public Outcome outcome() {
            return Outcome.DUPLICATE;
        }
    }

    /**
     * It is no application and never will be.
     *
     * @param reason in the ledger
     * @param decline what the sender is told; null if nothing
     * @param unanswered why the sender is told nothing; null if an answer is owed
     */
    record Refused(
            @Nullable PostingId posting,
            String reason,
            @Nullable Decline decline,
            @Nullable String unanswered) implements Judgement {
        public Refused {
            if ((decline == null) == (unanswered == null)) {
                throw new IllegalArgumentException("an answer or the reason why there is none");
            }
        }

        @Override
        public Outcome outcome() {
            return Outcome.REFUSED;
        }
    }

    /**
     * HR has to sort it.
     *
     * @param posting the one that its subject names, if only something else is unclear
     * @param reason why it could not be filed
     */
    record Unsorted(@Nullable PostingId posting, String reason, List<Guess> guesses) implements Judgement {
        public Unsorted {
            guesses = List.copyOf(guesses);
        }

        @Override
        public Outcome outcome() {
            return Outcome.UNSORTED;
        }
    }

    /**
     * A machine wrote it, so it is neither an application nor ever answered.
     *
     * @param reason by which the machine was known, such as {@code auto-submitted}
     */
    record Automatic(String reason) implements Judgement {
        @Override
        public Outcome outcome() {
            return Outcome.AUTOMATIC;
        }

        @Override
        public @Nullable PostingId posting() {
            return null;
        }
    }
}
