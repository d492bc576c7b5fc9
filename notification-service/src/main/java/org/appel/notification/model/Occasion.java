package org.appel.notification.model;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What happened that somebody has to be told of. */
public sealed interface Occasion {

    /** Something that concerns one application, of which its candidate is told. */
    sealed interface OfApplication extends Occasion {

        /** The application's id. */
        UUID application();

        /** ISO 639-1 code in which the candidate wants to be answered. */
        String language();
    }

    /**
     * A person applied, or applied again.
     *
     * @param application its id
     * @param revision 1 for the first time, one more each time the same person applies again
     * @param number which application of its posting it is, counted from 1; an update keeps the number
     * @param language ISO 639-1 code in which the candidate wants to be answered
     * @param door how it came in: {@code api} or {@code mail}
     * @param receivedAt when it arrived at the border
     */
    record ApplicationArrived(
            UUID application, int revision, int number, String language, String door, Instant receivedAt)
            implements OfApplication {

        /** Whether the same person had applied to this posting before. */
        public boolean isUpdate() {
            return revision > 1;
        }
    }

    /**
     * The deadline has passed and nothing that arrived in time is still under way.
     *
     * @param closesAt the first instant after the deadline
     * @param applications distinct applications that have not been erased
     * @param counts what became of all that arrived
     */
    record IntakeOver(Instant closesAt, int applications, IntakeCounts counts) implements Occasion {}

    /**
     * A mail became no application.
     *
     * @param message which mail, by the number that the applications-service gave it
     * @param language ISO 639-1 code in which the sender is answered
     * @param receivedAt when the receiving mail server had it
     */
    record MessageDeclined(UUID message, Decline reason, String language, Instant receivedAt) implements Occasion {}

    /** The candidate has withdrawn the application. */
    record ApplicationWithdrawn(UUID application, String language, Instant withdrawnAt) implements OfApplication {}

    /** Somebody, the candidate or not, has asked that the link be sent to the candidate. */
    record LinkRequested(UUID application, String language, Instant requestedAt) implements OfApplication {}

    /**
     * The application will soon be erased.
     *
     * @param erasedOn the day
     * @param toldAt when that was announced to this service
     */
    record RetentionEnding(UUID application, String language, LocalDate erasedOn, Instant toldAt)
            implements OfApplication {}

    /**
     * A job board's webhook is no longer called.
     *
     * @param webhook which one, by the number that the postings-service gave it
     * @param failingSince the first failure after the last success; null if there was none before the last answer
     */
    record WebhookDisabled(
            UUID webhook, WebhookEnd end, @Nullable Instant failingSince, Instant disabledAt) implements Occasion {}
}
