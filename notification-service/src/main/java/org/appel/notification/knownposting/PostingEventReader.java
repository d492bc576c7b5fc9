package org.appel.notification.knownposting;

import java.util.concurrent.Flow;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

import org.appel.messaging.Envelope;
import org.appel.messaging.EventHandler;
import org.appel.messaging.Inbox;
import org.appel.messaging.SkippedEvents;
import org.appel.notification.messaging.PostingEventV1;
import org.appel.notification.messaging.PostingEventV1.DeadlinePassedV1;
import org.appel.notification.messaging.PostingEventV1.PostingAmendedV1;
import org.appel.notification.messaging.PostingEventV1.PostingPublishedV1;
import org.appel.notification.messaging.PostingEventV1.PostingWithdrawnV1;
import org.appel.notification.messaging.PostingEventV1.WebhookDisabledV1;
import org.appel.notification.model.Occasion.WebhookDisabled;
import org.appel.notification.model.WebhookEnd;
import org.appel.notification.model.WebhookMails;

/** Reads topic {@code postings} into the copy, and owes the owners of disabled webhooks their mail. */
@ApplicationScoped
public class PostingEventReader implements EventHandler {

    private final Inbox inbox;
    private final SkippedEvents skipped;
    private final KnownPostings known;
    private final WebhookMails mails;

    PostingEventReader(Inbox inbox, SkippedEvents skipped, KnownPostings known, WebhookMails mails) {
        this.inbox = inbox;
        this.skipped = skipped;
        this.known = known;
        this.mails = mails;
    }

    @Incoming("postings")
    Flow.Subscriber<Message<byte[]>> reader() {
        return inbox.reader(this);
    }

    @Override
    public String topic() {
        return "postings";
    }

    @Override
    public void handle(Envelope envelope) {
        envelope.as(PostingEventV1.class).ifPresentOrElse(event -> apply(event, envelope), () -> skip(envelope));
    }

    private void apply(PostingEventV1 event, Envelope envelope) {
        switch (event) {
            case PostingPublishedV1 e -> known.open(e);
            case PostingAmendedV1 e -> known.open(e);
            case PostingWithdrawnV1 e -> known.withdraw(e.postingId(), e.version());
            case DeadlinePassedV1 e -> known.close(e.postingId(), e.version(), e.deadlineVersion());
            case WebhookDisabledV1 e ->
                WebhookEnd.of(e.reason())
                        .ifPresentOrElse(end -> mails.owe(envelope.uuid(), disabled(e, end)), () -> skip(envelope));
        }
    }

    private static WebhookDisabled disabled(WebhookDisabledV1 e, WebhookEnd end) {
        return new WebhookDisabled(e.webhookId(), end, e.failingSince(), e.disabledAt());
    }

    private void skip(Envelope envelope) {
        skipped.count(envelope.topic(), envelope.type());
    }
}
