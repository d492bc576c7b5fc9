package org.appel.notification.model;

import java.time.Instant;
import java.util.UUID;

/** What happened that somebody has to be told of. */
public sealed interface Occasion {

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
            implements Occasion {

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
}
