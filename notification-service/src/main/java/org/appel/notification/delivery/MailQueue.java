package org.appel.notification.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import org.jspecify.annotations.Nullable;

import org.appel.messaging.DeadLetters;
import org.appel.messaging.PoisonEvent;
import org.appel.notification.config.MailConfig;
import org.appel.notification.messaging.ApplicationEventV1.ApplicationReceivedV1;
import org.appel.notification.messaging.ApplicationEventV1.ApplicationWithdrawnV1;
import org.appel.notification.messaging.ApplicationEventV1.CountsV1;
import org.appel.notification.messaging.ApplicationEventV1.IntakeClosedV1;
import org.appel.notification.messaging.ApplicationEventV1.LinkRequestedV1;
import org.appel.notification.messaging.ApplicationEventV1.MessageDeclinedV1;
import org.appel.notification.messaging.ApplicationEventV1.RetentionEndingV1;
import org.appel.notification.messaging.NotificationEventWriter;
import org.appel.notification.model.Decline;
import org.appel.notification.model.IntakeCounts;
import org.appel.notification.model.Kind;
import org.appel.notification.model.MessageId;
import org.appel.notification.model.NotificationId;
import org.appel.notification.model.Occasion;
import org.appel.notification.model.OwedMail;
import org.appel.notification.model.Reason;
import org.appel.notification.model.WebhookMails;
import org.appel.notification.storage.NotificationRows;
import org.appel.notification.storage.SendingRows;
import org.appel.service.Ids;

/**
 * Queues the mails that an event owes, and takes out what must not be sent any more; each in the transaction in which
 * the event is read.
 */
@ApplicationScoped
class MailQueue implements WebhookMails {

    /** As the contract of {@code ApplicationReceived} has it. */
    private static final Pattern REASON = Pattern.compile("(?=.{1,63}$)[a-z0-9]+(-[a-z0-9]+)*");

    private final NotificationRows rows;
    private final SendingRows sending;
    private final NotificationEventWriter events;
    private final DeadLetters deadLetters;
    private final Event<MailQueued> queued;
    private final MailConfig settings;
    private final Clock clock;

    MailQueue(
            NotificationRows rows,
            SendingRows sending,
            NotificationEventWriter events,
            DeadLetters deadLetters,
            Event<MailQueued> queued,
            MailConfig settings,
            Clock clock) {
        this.rows = rows;
        this.sending = sending;
        this.events = events;
        this.deadLetters = deadLetters;
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
        var acknowledgement = mail(Kind.ACKNOWLEDGEMENT, event, e.postingId(), e.organisation(), occasion);
        if (e.unanswered() == null) {
            add(acknowledgement);
        } else {
            addSuppressed(acknowledgement, e.unanswered());
        }
        add(mail(Kind.HR_NOTICE, event, e.postingId(), e.organisation(), occasion));
    }

    /** HR gets the numbers. */
    void intakeClosed(UUID event, IntakeClosedV1 e) {
        var occasion = new Occasion.IntakeOver(e.closesAt(), e.applications(), counts(e.counts()));
        add(mail(Kind.HR_SUMMARY, event, e.postingId(), e.organisation(), occasion));
    }

    /** The candidate hears that the application was withdrawn. */
    void applicationWithdrawn(UUID event, ApplicationWithdrawnV1 e) {
        var occasion = new Occasion.ApplicationWithdrawn(e.applicationId(), e.language(), e.withdrawnAt());
        add(mail(Kind.WITHDRAWAL, event, e.postingId(), e.organisation(), occasion));
    }

    /** The candidate, and nobody else, gets the link. */
    void linkRequested(UUID event, LinkRequestedV1 e) {
        var occasion = new Occasion.LinkRequested(e.applicationId(), e.language(), e.requestedAt());
        add(mail(Kind.ACCESS_LINK, event, e.postingId(), e.organisation(), occasion));
    }

    /** The candidate hears when the application will be erased. */
    void retentionEnding(UUID event, RetentionEndingV1 e, Instant toldAt) {
        var occasion = new Occasion.RetentionEnding(e.applicationId(), e.language(), e.erasedOn(), toldAt);
        add(mail(Kind.RETENTION_NOTICE, event, e.postingId(), e.organisation(), occasion));
    }

    /** The sender hears why the mail became no application. */
    void messageDeclined(UUID event, MessageDeclinedV1 e, Decline reason) {
        var occasion = new Occasion.MessageDeclined(e.messageId(), reason, e.language(), e.receivedAt());
        add(mail(Kind.MAIL_ANSWER, event, e.postingId(), e.organisation(), occasion));
    }

    /** The owner of a webhook hears that it is no longer called. */
    @Override
    public void owe(UUID event, Occasion.WebhookDisabled occasion) {
        add(mail(Kind.WEBHOOK_DISABLED, event, null, null, occasion));
    }

    /**
     * No mail of this application leaves any more, and no event of it that could not be read is kept. A mail that a
     * sender holds at this moment is not called back.
     */
    void applicationErased(UUID application) {
        for (OwedMail mail : sending.erase(application)) {
            events.failed(mail, Reason.RECIPIENT_ERASED, clock.instant());
        }
        deadLetters.forget(application.toString());
    }

    private static OwedMail mail(
            Kind kind, UUID event, @Nullable UUID posting, @Nullable String organisation, Occasion occasion) {
        return new OwedMail(new NotificationId(Ids.next()), kind, event, posting, organisation, occasion);
    }

    private void add(OwedMail mail) {
        if (rows.add(mail, messageId(mail))) {
            queued.fire(new MailQueued());
        }
    }

    private void addSuppressed(OwedMail mail, String reason) {
        if (!REASON.matcher(reason).matches()) {
            throw new PoisonEvent("The reason for which nobody is answered is no code");
        }
        if (rows.addSuppressed(mail, messageId(mail), reason)) {
            events.notOwed(mail, reason, clock.instant());
        }
    }

    private MessageId messageId(OwedMail mail) {
        return MessageId.of(mail.event(), mail.kind(), settings.messageIdDomain());
    }

    private static IntakeCounts counts(CountsV1 c) {
        return new IntakeCounts(c.arrived(), c.accepted(), c.updated(), c.duplicate(), c.refused(), c.unsorted());
    }
}
