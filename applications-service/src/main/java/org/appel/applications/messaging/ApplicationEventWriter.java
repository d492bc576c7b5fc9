package org.appel.applications.messaging;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.messaging.Outbox;

/** Tells what happened to applications, on topic {@code applications}, in the transaction in which it happened. */
@ApplicationScoped
public class ApplicationEventWriter {
    static final String TOPIC = "applications";

    private final Outbox outbox;

    ApplicationEventWriter(Outbox outbox) {
        this.outbox = outbox;
    }

    /** To be called when the applications' rows were inserted or locked, as the others. */
    public void recordReceived(List<ApplicationReceivedV1> events) {
        outbox.record(
                TOPIC,
                events.stream()
                        .map(event -> new Outbox.Entry(
                                event.applicationId().toString(),
                                event.applicationId().toString(),
                                event))
                        .toList());
    }

    /** To be called when the application's row was inserted or locked, as the others. */
    public void record(ApplicationReceivedV1 event) {
        record(event.applicationId().toString(), event);
    }

    public void record(ApplicationAdvancedV1 event) {
        record(event.applicationId().toString(), event);
    }

    public void record(ApplicationErasedV1 event) {
        record(event.applicationId().toString(), event);
    }

    /** To be called when the mail's row is written in the same transaction; there is one such event for each mail. */
    public void record(MessageDeclinedV1 event) {
        record(event.messageId().toString(), event);
    }

    public void record(ApplicationWithdrawnV1 event) {
        record(event.applicationId().toString(), event);
    }

    public void record(LinkRequestedV1 event) {
        record(event.applicationId().toString(), event);
    }

    public void record(RetentionEndingV1 event) {
        record(event.applicationId().toString(), event);
    }

    /** To be called when the posting's row was locked. */
    public void record(IntakeClosedV1 event) {
        record(event.postingId().toString(), event);
    }

    private void record(String subject, Object event) {
        outbox.record(TOPIC, subject, subject, event);
    }
}
