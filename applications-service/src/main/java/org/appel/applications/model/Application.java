package org.appel.applications.model;

import java.time.Instant;

/** One person's application to one posting: there, or erased. */
public sealed interface Application {
    ApplicationId id();

    PostingId posting();

    /** The organisation that published the posting; nobody else's people see the application. */
    String organisation();

    /**
     * An application that stands.
     *
     * @param admission how it stands to the deadline; the best of all revisions
     * @param revision how often the person applied, from 1
     * @param version rises with every change
     * @param receivedAt when the first revision arrived
     * @param updatedAt when anything in it was last changed
     */
    record Live(
            ApplicationId id,
            PostingId posting,
            String organisation,
            Candidacy candidacy,
            Admission admission,
            int revision,
            int version,
            Instant receivedAt,
            Instant updatedAt,
            Person person)
            implements Application {
        /**
         * Moves it on.
         *
         * @throws ApplicationRefused with {@link Refusal.StageNotReachable}
         */
        public Live advanceTo(Stage stage, Instant now) {
            return at(candidacy.advanceTo(stage), now);
        }

        /**
         * Takes it back, at the candidate's wish.
         *
         * @throws ApplicationRefused with {@link Refusal.Settled}
         */
        public Live withdraw(Instant now) {
            if (!(candidacy instanceof Candidacy.Running running)) {
                throw new ApplicationRefused(new Refusal.Settled());
            }
            return at(running.withdraw(), now);
        }

        /** The same after something in it was changed that is not told here. */
        public Live changed(Instant now) {
            return at(candidacy, now);
        }

        private Live at(Candidacy next, Instant now) {
            return new Live(id, posting, organisation, next, admission, revision, version + 1, receivedAt, now, person);
        }

        /** Leaves of it only that it was there. */
        public Erased erase(Instant now) {
            return new Erased(id, posting, organisation, now);
        }
    }

    /** What is left: no key, no person, no document. */
    record Erased(ApplicationId id, PostingId posting, String organisation, Instant erasedAt) implements Application {}

    /**
     * This application if it stands.
     *
     * @throws ApplicationRefused with {@link Refusal.Erased} if not
     */
    default Live live() {
        return switch (this) {
            case Live live -> live;
            case Erased erased -> throw new ApplicationRefused(new Refusal.Erased(erased.id(), erased.erasedAt()));
        };
    }
}
