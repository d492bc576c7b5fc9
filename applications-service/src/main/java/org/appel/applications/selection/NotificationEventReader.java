package org.appel.applications.selection;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Flow;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

import org.appel.applications.messaging.NotificationEventV1;
import org.appel.applications.messaging.NotificationFailedV1;
import org.appel.applications.messaging.NotificationSentV1;
import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.PostingId;
import org.appel.applications.storage.Acknowledgements;
import org.appel.applications.storage.MailAnswers;
import org.appel.applications.storage.Retentions;
import org.appel.messaging.Envelope;
import org.appel.messaging.EventHandler;
import org.appel.messaging.Inbox;
import org.appel.messaging.SkippedEvents;

/** Reads from topic {@code notifications} what became of acknowledgements and of answers to mails, for the ledger; and of notices of an erasure. */
@ApplicationScoped
public class NotificationEventReader implements EventHandler {
    private final Inbox inbox;
    private final SkippedEvents skipped;
    private final Acknowledgements acknowledgements;
    private final MailAnswers answers;
    private final Retentions retentions;

    NotificationEventReader(
            Inbox inbox,
            SkippedEvents skipped,
            Acknowledgements acknowledgements,
            MailAnswers answers,
            Retentions retentions) {
        this.inbox = inbox;
        this.skipped = skipped;
        this.acknowledgements = acknowledgements;
        this.answers = answers;
        this.retentions = retentions;
    }

    @Incoming(NotificationEventV1.TOPIC)
    Flow.Subscriber<Message<byte[]>> reader() {
        return inbox.reader(this);
    }

    @Override
    public String topic() {
        return NotificationEventV1.TOPIC;
    }

    @Override
    public void handle(Envelope envelope) {
        envelope.as(NotificationEventV1.class)
                .ifPresentOrElse(this::apply, () -> skipped.count(envelope.topic(), envelope.type()));
    }

    private void apply(NotificationEventV1 event) {
        switch (event) {
            case NotificationSentV1 e
            when e.kind().equals(NotificationEventV1.MAIL_ANSWER) -> answered(e.messageId(), null, e.sentAt());
            case NotificationFailedV1 e
            when e.kind().equals(NotificationEventV1.MAIL_ANSWER) -> answered(e.messageId(), e.reason(), e.failedAt());
            case NotificationSentV1 e
            when e.kind().equals(NotificationEventV1.RETENTION_NOTICE) -> noticed(e.applicationId(), null, e.sentAt());
            case NotificationFailedV1 e
            when e.kind().equals(NotificationEventV1.RETENTION_NOTICE) ->
                noticed(e.applicationId(), e.reason(), e.failedAt());
            case NotificationSentV1 e ->
                told(e.kind(), e.applicationId(), e.applicationRevision(), e.postingId(), null, e.sentAt());
            case NotificationFailedV1 e ->
                told(e.kind(), e.applicationId(), e.applicationRevision(), e.postingId(), e.reason(), e.failedAt());
        }
    }

    private void answered(@Nullable UUID message, @Nullable String reason, Instant at) {
        if (message != null) {
            answers.told(message, reason, at);
        }
    }

    private void noticed(@Nullable UUID application, @Nullable String reason, Instant at) {
        if (application != null) {
            retentions.told(new ApplicationId(application), reason, at);
        }
    }

    private void told(
            String kind,
            @Nullable UUID application,
            @Nullable Integer revision,
            @Nullable UUID posting,
            @Nullable String reason,
            Instant at) {
        if (!kind.equals(NotificationEventV1.ACKNOWLEDGEMENT)
                || application == null
                || revision == null
                || posting == null) {
            return;
        }
        acknowledgements.told(new ApplicationId(application), revision, new PostingId(posting), reason, at);
    }
}
