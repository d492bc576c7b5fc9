package org.appel.notification.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import org.jboss.logging.Logger;

import org.appel.notification.delivery.MailQueue.MailQueued;
import org.appel.notification.model.Notification;
import org.appel.notification.model.NotificationId;
import org.appel.notification.model.NotificationRefused;
import org.appel.notification.model.Reason;
import org.appel.notification.model.Refusal;
import org.appel.notification.model.State;
import org.appel.notification.storage.NotificationRows;
import org.appel.service.Caller;

/** Queues a mail again that has ended, because a person asks for it. It keeps its Message-ID. */
@ApplicationScoped
class Redelivery {

    private static final Logger LOG = Logger.getLogger(Redelivery.class);

    private final NotificationQueries queries;
    private final NotificationRows rows;
    private final Event<MailQueued> queued;
    private final Caller caller;

    Redelivery(NotificationQueries queries, NotificationRows rows, Event<MailQueued> queued, Caller caller) {
        this.queries = queries;
        this.rows = rows;
        this.queued = queued;
        this.caller = caller;
    }

    /**
     * @return the notification as it stands now
     * @throws NotificationRefused if it is unknown, queued already, or its recipient has been erased
     */
    @Transactional
    Notification again(NotificationId id) {
        var before = queries.get(id);
        if (!rows.redeliver(id)) {
            throw new NotificationRefused(refusal(before));
        }
        queued.fire(new MailQueued());
        LOG.infof("mail queued again notification=%s by=%s", id, caller.name());
        return rows.reread(id);
    }

    private static Refusal refusal(Notification notification) {
        var id = notification.mail().id();
        if (notification.state() == State.WAITING || notification.state() == State.SENDING) {
            return new Refusal.AlreadyWaiting(id);
        }
        var reason = notification.reason();
        return notification.state() == State.SUPPRESSED
                        && reason != null
                        && !reason.equals(Reason.RECIPIENT_ERASED.wire())
                ? new Refusal.NotOwed(id, reason)
                : new Refusal.RecipientErased(id);
    }
}
