package org.appel.notification.delivery;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.appel.notification.delivery.ApplicationsClient.MailBody;
import org.appel.notification.model.InReplyTo;

/** Which mail a letter answers, as the applications-service says it. */
final class Answers {

    private Answers() {}

    /** A mail of which nothing is known is answered too, only without naming it. */
    static InReplyTo to(@Nullable MailBody mail) {
        return mail == null
                ? InReplyTo.UNKNOWN
                : InReplyTo.of(mail.messageId(), Objects.requireNonNullElse(mail.references(), List.of()));
    }
}
