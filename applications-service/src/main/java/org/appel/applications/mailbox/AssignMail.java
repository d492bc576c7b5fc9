package org.appel.applications.mailbox;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.EmailAddress;
import org.appel.applications.model.MessageId;
import org.appel.applications.model.PostingId;

/**
 * HR says for which posting a mail is.
 *
 * @param email of the candidate, if the mail does not say or is somebody else's; else null
 * @param name of the candidate so named; null if it is not known
 * @param acceptLate whether it is taken although it arrived after the deadline
 */
record AssignMail(
        MessageId message,
        PostingId posting,
        @Nullable EmailAddress email,
        @Nullable String name,
        boolean acceptLate) {
    @Override
    public String toString() {
        return "AssignMail[" + message + "]";
    }
}
