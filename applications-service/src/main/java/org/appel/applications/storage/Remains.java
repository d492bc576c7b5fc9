package org.appel.applications.storage;

import java.util.List;

import org.appel.applications.model.MessageId;

/**
 * What an erasure found in the tables of this service.
 *
 * @param documents how many were removed, each with its key
 * @param messages the mails that had become part of it, and those of its candidate that became none
 */
public record Remains(int documents, List<MessageId> messages) {
    public Remains {
        messages = List.copyOf(messages);
    }

    /** How many keys were destroyed: the application's own beside its documents'. */
    public int keys() {
        return documents + 1;
    }
}
