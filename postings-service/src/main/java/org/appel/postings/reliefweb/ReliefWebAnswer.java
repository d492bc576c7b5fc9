package org.appel.postings.reliefweb;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** What came of sending a document to ReliefWeb. */
sealed interface ReliefWebAnswer {

    /** ReliefWeb has it: processed, or queued and looked at later. */
    record Taken(int status, String words) implements ReliefWebAnswer {
        private static final int ACCEPTED = 202;

        boolean isQueued() {
            return status == ACCEPTED;
        }
    }

    /** ReliefWeb does not want it as it is; sending it again cannot help. */
    record Refused(int status, String words) implements ReliefWebAnswer {}

    /** ReliefWeb does not know us, or does not let us post: every document would be answered so until that is mended. */
    record Denied(int status, String words) implements ReliefWebAnswer {}

    /**
     * Too much was sent.
     *
     * @param until when to come again, if ReliefWeb says so
     */
    record TooMany(int status, String words, Optional<Instant> until) implements ReliefWebAnswer {}

    /**
     * It did not answer, or not as it should; it may have the document or not, and sending it again does no harm.
     *
     * @param status null when there was no answer
     */
    record Failed(@Nullable Integer status, String words) implements ReliefWebAnswer {}
}
