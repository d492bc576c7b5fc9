package org.appel.notification.messaging;

import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

import org.appel.messaging.Outbox;
import org.appel.notification.model.Occasion;
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
                        application(mail),
                        revision(mail),
                        sentAt,
                        null));
    }

    /** The mail will not be tried again by itself. */
    public void failed(OwedMail mail, Reason reason, Instant failedAt) {
        write(
                mail,
                new NotificationFailedV1(
                        mail.id().value(),
                        mail.kind().wire(),
                        mail.posting(),
                        application(mail),
                        revision(mail),
                        failedAt,
                        reason.wire(),
                        null));
    }

    private void write(OwedMail mail, Object event) {
        var application = application(mail);
        var key = application == null ? mail.posting() : application;
        outbox.record(TOPIC, key.toString(), mail.id().toString(), event);
    }

    private static @Nullable UUID application(OwedMail mail) {
        return mail.occasion() instanceof Occasion.ApplicationArrived arrived ? arrived.application() : null;
    }

    private static @Nullable Integer revision(OwedMail mail) {
        return mail.occasion() instanceof Occasion.ApplicationArrived arrived ? arrived.revision() : null;
    }
}
