package org.appel.applications.storage;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.MessageId;
import org.appel.applications.model.Outcome;
import org.appel.applications.model.PostingId;

/**
 * What is known of a judged mail, without anything personal.
 *
 * @param repeats the first delivery of the same mail; null if it is the first itself
 * @param reason why it was refused, left unsorted or not read; null if it was taken
 * @param answer what its sender got
 */
public record JudgedMail(
        MessageId id,
        String mailbox,
        String organisation,
        @Nullable MessageId repeats,
        Instant receivedAt,
        Instant judgedAt,
        Outcome outcome,
        @Nullable String reason,
        @Nullable PostingId posting,
        @Nullable ApplicationId application,
        @Nullable Integer revision,
        Answer answer) {
    /**
     * What the sender of a mail got.
     *
     * @param reason why nothing was sent, or what was sent failed
     */
    public record Answer(State state, @Nullable String reason) {}

    /** How far the answer is. */
    public enum State {
        /** Nobody knows yet what to answer: HR has to sort the mail. */
        UNSORTED,
        /** There is none, for a reason. */
        NONE,
        /** It is on its way. */
        PENDING,
        SENT,
        /** It will not arrive, for a reason. */
        FAILED;

        /** The name in the API, such as {@code pending}. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
