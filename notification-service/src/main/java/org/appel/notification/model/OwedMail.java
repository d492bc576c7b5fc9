package org.appel.notification.model;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A mail that somebody is owed, without its recipient: who that is, is asked at the moment of sending and forgotten.
 *
 * @param event id of the event by which it is owed; one event owes at most one mail of each kind
 * @param posting what it is about; null if it answers a mail that belongs to no posting, or is about a webhook
 * @param organisation short name of the organisation that published the posting, or has the mailbox; null if it is about
 *     a webhook, which belongs to none
 */
public record OwedMail(
        NotificationId id,
        Kind kind,
        UUID event,
        @Nullable UUID posting,
        @Nullable String organisation,
        Occasion occasion) {

    /** The application that it is about; null if it is about none, or about many. */
    public @Nullable UUID application() {
        return switch (occasion) {
            case Occasion.OfApplication o -> o.application();
            case Occasion.MessageDeclined _, Occasion.IntakeOver _, Occasion.WebhookDisabled _ -> null;
        };
    }

    /** The revision of the application that arrived; null if it is about none. */
    public @Nullable Integer revision() {
        return occasion instanceof Occasion.ApplicationArrived arrived ? arrived.revision() : null;
    }

    /** The mail that became no application and is answered by this; null if it answers none. */
    public @Nullable UUID message() {
        return occasion instanceof Occasion.MessageDeclined declined ? declined.message() : null;
    }

    /** The webhook that is no longer called; null if it is about none. */
    public @Nullable UUID webhook() {
        return occasion instanceof Occasion.WebhookDisabled disabled ? disabled.webhook() : null;
    }

    /**
     * What it is about, by which its events are kept in order: the application, the mail that came in, the webhook, or
     * the posting.
     */
    public UUID subject() {
        var application = application();
        if (application != null) {
            return application;
        }
        var message = message();
        if (message != null) {
            return message;
        }
        var webhook = webhook();
        if (webhook != null) {
            return webhook;
        }
        if (posting != null) {
            return posting;
        }
        throw new IllegalStateException("A mail is about something");
    }
}
