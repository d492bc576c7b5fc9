package org.appel.notification.delivery;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.appel.notification.model.Delivered;
import org.appel.notification.model.InReplyTo;
import org.appel.notification.model.Letter;

/**
 * A letter with its recipients: personal data, which lives as long as one attempt.
 *
 * @param addresses of all whom it is for, at least one, in the order of their owner's list
 * @param delivered which of them have it already
 * @param recipientName name of the only recipient; null if it may not be shown or there are several
 * @param senderName in whose name it is sent
 * @param replyTo where a reply goes; null if nowhere
 * @param answers the mail that it answers; null if it answers none
 */
record Addressed(
        Letter letter,
        List<String> addresses,
        Delivered delivered,
        @Nullable String recipientName,
        String senderName,
        @Nullable String replyTo,
        @Nullable InReplyTo answers) {

    /** To one person. */
    static Addressed toOne(
            Letter letter,
            String address,
            @Nullable String name,
            String senderName,
            @Nullable String replyTo,
            @Nullable InReplyTo answers) {
        return new Addressed(letter, List.of(address), Delivered.NONE, name, senderName, replyTo, answers);
    }

    @Override
    public String toString() {
        return "Addressed[…]";
    }
}
