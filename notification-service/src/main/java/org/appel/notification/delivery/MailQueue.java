package org.appel.notification.delivery;

import java.time.Clock;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import org.appel.notification.config.MailConfig;
import org.appel.notification.messaging.ApplicationEventV1.ApplicationReceivedV1;
import org.appel.notification.messaging.ApplicationEventV1.CountsV1;
import org.appel.notification.messaging.ApplicationEventV1.IntakeClosedV1;
import org.appel.notification.messaging.NotificationEventWriter;
import org.appel.notification.model.IntakeCounts;
import org.appel.notification.model.Kind;
import org.appel.notification.model.MessageId;
import org.appel.notification.model.NotificationId;
import org.appel.notification.model.Occasion;
import org.appel.notification.model.OwedMail;
import org.appel.notification.model.Reason;
import org.appel.notification.storage.NotificationRows;
import org.appel.notification.storage.SendingRows;
import org.appel.service.Ids;

/**
 * Queues the mails that an event owes, and takes out what must not be sent any more; each in the transaction in which
 * the event is read.
 */
@ApplicationScoped
class MailQueue {

    private final NotificationRows rows;
    private final SendingRows sending;
    private final NotificationEventWriter events;
    private final Event<MailQueued> queued;
    private final MailConfig settings;
    private final Clock clock;

    MailQueue(
            NotificationRows rows,
            SendingRows sending,
            NotificationEventWriter events,
            Event<MailQueued> queued,
            MailConfig settings,
            Clock clock) {
        this.rows = rows;
        this.sending = sending;
        this.events = events;
        this.queued = queued;
        this.settings = settings;
        this.clock = clock;
    }

    /** There is mail to send once the transaction is committed. */
    record MailQueued() {}

    /** The candidate gets an acknowledgement and HR a notice, for an update too. */
    void applicationReceived(UUID event, ApplicationReceivedV1 e) {
        int number = rows.numberOf(e.applicationId()).orElseGet(() -> rows.nextNumber(e.postingId()));
        var occasion = new Occasion.ApplicationArrived(
                e.applicationId(), e.revision(), number, e.language(), e.door(), e.receivedAt());
        add(Kind.ACKNOWLEDGEMENT, event, e.postingId(), e.organisation(), occasion);
        add(Kind.HR_NOTICE, event, e.postingId(), e.organisation(), occasion);
    }

    /** HR gets the numbers. */
    void intakeClosed(UUID event, IntakeClosedV1 e) {
        var occasion = new Occasion.IntakeOver(e.closesAt(), e.applications(), counts(e.counts()));
        add(Kind.HR_SUMMARY, event, e.postingId(), e.organisation(), occasion);
    }

    /** No mail of this application leaves any more. One that a sender holds at this moment is not called back. */
    void applicationErased(UUID application) {
        for (OwedMail mail : sending.erase(application)) {
            events.failed(mail, Reason.RECIPIENT_ERASED, clock.instant());
        }
    }

    private void add(Kind kind, UUID event, UUID posting, String organisation, Occasion occasion) {
        var mail = new OwedMail(new NotificationId(Ids.next()), kind, event, posting, organisation, occasion);
        if (rows.add(mail, MessageId.of(event, kind, settings.messageIdDomain()))) {
            queued.fire(new MailQueued());
        }
    }

    private static IntakeCounts counts(CountsV1 c) {
        return new IntakeCounts(c.arrived(), c.accepted(), c.updated(), c.duplicate(), c.refused(), c.unsorted());
    }
}
