package org.appel.notification.messaging;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.messaging.Outbox;
import org.appel.notification.model.OwedMail;
import org.appel.notification.model.Reason;

/** Tells topic {@code notifications} how mails ended: ids and kinds only. Call it in the transaction of the end. */
@ApplicationScoped
public class NotificationEventWriter {

    static final String TOPIC = "notifications";

    private final Outbox outbox;

    NotificationEventWriter(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The mail has been taken over by a mail server. */
    public void sent(OwedMail mail, Instant sentAt) {
        write(
                mail,
                new NotificationSentV1(
                        mail.id().value(),
                        mail.kind().wire(),
                        mail.posting(),
                        mail.application(),
                        mail.revision(),
                        sentAt,
                        mail.message()));
    }

    /** The mail will not be tried again by itself. */
    public void failed(OwedMail mail, Reason reason, Instant failedAt) {
        failed(mail, reason.wire(), failedAt);
    }

    /**
     * The mail is not owed.
     *
     * @param reason the code that came with its event
     */
    public void notOwed(OwedMail mail, String reason, Instant at) {
        failed(mail, reason, at);
    }

    private void failed(OwedMail mail, String reason, Instant failedAt) {
        write(
                mail,
                new NotificationFailedV1(
                        mail.id().value(),
                        mail.kind().wire(),
                        mail.posting(),
                        mail.application(),
                        mail.revision(),
                        failedAt,
                        reason,
                        mail.message()));
    }

    private void write(OwedMail mail, Object event) {
        outbox.record(TOPIC, mail.subject().toString(), mail.id().toString(), event);
    }
}
