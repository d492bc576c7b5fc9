package org.appel.applications.storage;

import java.time.Instant;

import org.appel.applications.model.Admission;
import org.appel.applications.model.KnownPosting;
import org.appel.applications.model.Person;

/**
 * An application by mail on its way into the database.
 *
 * @param person as the mail says it; a person who applied by the API before is kept as they wrote themselves
 * @param subject blind index of the person at this posting
 * @param kin blind index of what the person's addresses have in common
 * @param arrivedAt when the receiving server took the mail
 */
public record MailSubmission(
        KnownPosting posting,
        Person person,
        StagedDocuments documents,
        byte[] subject,
        byte[] kin,
        Admission admission,
        Instant arrivedAt) {
    @Override
    public String toString() {
        return "MailSubmission[posting=" + posting.id() + ", documents=" + documents.size() + "]";
    }
}
