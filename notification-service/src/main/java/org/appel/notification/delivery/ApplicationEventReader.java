package org.appel.notification.delivery;

import java.util.concurrent.Flow;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

import org.appel.messaging.Envelope;
import org.appel.messaging.EventHandler;
import org.appel.messaging.Inbox;
import org.appel.messaging.SkippedEvents;
import org.appel.notification.messaging.ApplicationEventV1;
import org.appel.notification.messaging.ApplicationEventV1.ApplicationAdvancedV1;
import org.appel.notification.messaging.ApplicationEventV1.ApplicationErasedV1;
import org.appel.notification.messaging.ApplicationEventV1.ApplicationReceivedV1;
import org.appel.notification.messaging.ApplicationEventV1.ApplicationWithdrawnV1;
import org.appel.notification.messaging.ApplicationEventV1.IntakeClosedV1;
import org.appel.notification.messaging.ApplicationEventV1.LinkRequestedV1;
import org.appel.notification.messaging.ApplicationEventV1.MessageDeclinedV1;
import org.appel.notification.messaging.ApplicationEventV1.RetentionEndingV1;
import org.appel.notification.model.Decline;

/** Reads topic {@code applications} into the queue. */
@ApplicationScoped
public class ApplicationEventReader implements EventHandler {

    private final Inbox inbox;
    private final SkippedEvents skipped;
    private final MailQueue queue;

    ApplicationEventReader(Inbox inbox, SkippedEvents skipped, MailQueue queue) {
        this.inbox = inbox;
        this.skipped = skipped;
        this.queue = queue;
    }

    @Incoming("applications")
    Flow.Subscriber<Message<byte[]>> reader() {
        return inbox.groupReader(this);
    }

    @Override
    public String topic() {
        return "applications";
    }

    @Override
    public void handle(Envelope envelope) {
        envelope.as(ApplicationEventV1.class).ifPresentOrElse(event -> apply(event, envelope), () -> skip(envelope));
    }

    private void apply(ApplicationEventV1 event, Envelope envelope) {
        switch (event) {
            case ApplicationReceivedV1 e -> queue.applicationReceived(envelope.uuid(), e);
            case IntakeClosedV1 e -> queue.intakeClosed(envelope.uuid(), e);
            case ApplicationErasedV1 e -> queue.applicationErased(e.applicationId());
            case ApplicationWithdrawnV1 e -> queue.applicationWithdrawn(envelope.uuid(), e);
            case LinkRequestedV1 e -> queue.linkRequested(envelope.uuid(), e);
            case RetentionEndingV1 e -> queue.retentionEnding(envelope.uuid(), e, envelope.time());
            case MessageDeclinedV1 e ->
                Decline.of(e.reason())
                        .ifPresentOrElse(
                                reason -> queue.messageDeclined(envelope.uuid(), e, reason), () -> skip(envelope));
            case ApplicationAdvancedV1 _ -> {
                // The candidate hears of the selection from people.
            }
        }
    }

    private void skip(Envelope envelope) {
        skipped.count(envelope.topic(), envelope.type());
    }
}
