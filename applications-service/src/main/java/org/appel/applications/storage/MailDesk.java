package org.appel.applications.storage;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.Admission;
import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.KnownPosting;
import org.appel.applications.model.MessageId;

/**
 * What there is when a mail is to be filed.
 *
 * @param standing the application that the person has at the posting already
 * @param same the mail that the standing application's last revision was made of, if this one has the same content
 * @param revision of the standing application; 0 if there is none
 * @param admission of the standing application; null if there is none
 */
public record MailDesk(
        KnownPosting posting,
        @Nullable ApplicationId standing,
        @Nullable MessageId same,
        int revision,
        @Nullable Admission admission) {}
