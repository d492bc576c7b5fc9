package org.appel.applications.model;

import java.time.Instant;

/**
 * The answer to an application that was taken. Stored with the idempotency key, so that a repetition gets the same.
 *
 * @param receivedAt when this request's headers came in
 * @param revision 1, and one more each time the same person applies again
 * @param stage where the application stood then
 */
public record Receipt(ApplicationId id, PostingId posting, Instant receivedAt, Stage stage, int revision) {
    /** True if the same person had applied before. */
    public boolean updated() {
        return revision > 1;
    }
}
