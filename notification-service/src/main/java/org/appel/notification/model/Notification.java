package org.appel.notification.model;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A mail that is owed and what became of it so far.
 *
 * @param language in which it was written, once it is sent; before that what the candidate asked for, or null for HR
 * @param attempts how often the mail server was asked to take it
 * @param nextAttemptAt when it is tried again; null unless it is waiting
 * @param problem why the last attempt went wrong; null if it did not
 * @param reason why it will not be tried again by itself; null while it will, or once it is sent
 * @param sentAt when a mail server took it over last; null if none did
 */
public record Notification(
        OwedMail mail,
        State state,
        @Nullable String language,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String problem,
        @Nullable String reason,
        MessageId messageId,
        Instant createdAt,
        @Nullable Instant sentAt) {}
