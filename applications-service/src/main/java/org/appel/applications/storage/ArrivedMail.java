package org.appel.applications.storage;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.EmailAddress;
import org.appel.applications.model.Language;
import org.appel.applications.model.MailHead;
import org.appel.applications.model.MailPlace;
import org.appel.applications.model.MessageId;

/**
 * A mail on its way into the database.
 *
 * @param organisation whose mailbox it came to
 * @param header blind index of its header, by which it is known at its place; null if that cannot be had
 * @param identity blind index of Message-ID and content
 * @param content digest of the content, which is never stored
 * @param receivedAt when the receiving server took it
 * @param language in which its sender is answered
 * @param author whose mail it is, which is never stored; of one that is passed on, whoever wrote what is passed on; null
 *     if nobody can tell, or it was noted before
 */
public record ArrivedMail(
        MessageId id,
        MailPlace place,
        String organisation,
        byte @Nullable [] header,
        byte[] identity,
        byte[] content,
        Instant receivedAt,
        Language language,
        MailHead head,
        @Nullable EmailAddress author) {
    /** The same with another head. */
    public ArrivedMail with(MailHead other) {
        return new ArrivedMail(id, place, organisation, header, identity, content, receivedAt, language, other, author);
    }

    /** The same, to be answered in that language. */
    public ArrivedMail in(Language other) {
        return new ArrivedMail(id, place, organisation, header, identity, content, receivedAt, other, head, author);
    }

    @Override
    public String toString() {
        return "ArrivedMail[" + id + "]";
    }
}
