package org.appel.applications.storage;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.appel.applications.model.Guess;
import org.appel.applications.model.Language;
import org.appel.applications.model.MailHead;
import org.appel.applications.model.MailPlace;
import org.appel.applications.model.MessageId;
import org.appel.applications.model.PostingId;

/**
 * A mail that HR has to sort.
 *
 * @param place where it lies now, as far as the server said
 * @param posting that its subject names, if only something else is unclear
 * @param identity blind index of Message-ID and content
 */
public record UnsortedMail(
        MessageId id,
        MailPlace place,
        String organisation,
        byte[] identity,
        Instant receivedAt,
        Language language,
        String reason,
        @Nullable PostingId posting,
        List<Guess> guesses,
        MailHead head) {
    public UnsortedMail {
        guesses = List.copyOf(guesses);
    }

    /**
     * As it is when HR has sorted it.
     *
     * @param content digest of its content
     */
    public ArrivedMail arrived(MailHead sorted, byte[] content) {
        return new ArrivedMail(id, place, organisation, null, identity, content, receivedAt, language, sorted, null);
    }

    @Override
    public String toString() {
        return "UnsortedMail[" + id + "]";
    }
}
