package org.appel.notification.delivery;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.appel.notification.model.Letter;

/**
 * A letter with its recipients: personal data, which lives as long as one attempt.
 *
 * @param addresses of all who get it, at least one
 * @param recipientName name of the only recipient; null if it may not be shown or there are several
 * @param senderName in whose name it is sent
 * @param replyTo where a reply goes; null if nowhere
 * @param autoSubmitted value of header {@code Auto-Submitted} (RFC 3834)
 */
record Addressed(
        Letter letter,
        List<String> addresses,
        @Nullable String recipientName,
        String senderName,
        @Nullable String replyTo,
        String autoSubmitted) {

    @Override
    public String toString() {
        return "Addressed[…]";
    }
}
