package org.appel.applications.mailbox.imap;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Messages that must leave their mailboxes for good, because what they became was erased, or their time is over. */
public interface MailRemovals {
    /** What is still to be removed from that mailbox, some at a time. */
    List<Removal> due(String mailbox);

    /** The message was removed. */
    void done(Removal removal);

    /** The message was found nowhere: perhaps it was just being moved, or somebody has moved or deleted it. */
    void missed(String mailbox, Removal removal);

    /**
     * A message that is to be removed. It is looked for at its place first; where it is not there, by its Message-ID in
     * every folder that Appel reads or moves messages to.
     *
     * @param id names the removal
     * @param place where it was last; null if unknown
     * @param messageId with its angle brackets; null if it has none
     */
    record Removal(UUID id, @Nullable Place place, @Nullable String messageId) {
        @Override
        public String toString() {
            return "Removal[" + id + "]";
        }
    }
}
