package org.appel.applications.storage;

import java.time.Instant;

import org.appel.applications.model.Admission;
import org.appel.applications.model.KnownPosting;
import org.appel.applications.model.Person;

/**
 * A sound application on its way into the database.
 *
 * @param admission how it stands to the posting's deadline
 * @param subject blind index of the person at this posting
 * @param kin blind index of what the person's addresses have in common
 * @param request blind index of the idempotency key
 * @param fingerprint keyed hash of the payload
 * @param arrivedAt when the request's headers came in, in whole microseconds
 */
public record Submission(
        KnownPosting posting,
        Admission admission,
        Person person,
        StagedDocuments documents,
        byte[] subject,
        byte[] kin,
        byte[] request,
        byte[] fingerprint,
        Instant arrivedAt) {
    @Override
    public String toString() {
        return "Submission[posting=" + posting.id() + ", documents=" + documents.size() + "]";
    }
}
