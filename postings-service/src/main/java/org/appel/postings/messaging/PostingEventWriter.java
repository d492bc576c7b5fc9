package org.appel.postings.messaging;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import org.appel.messaging.Outbox;
import org.appel.postings.model.Change;
import org.appel.postings.model.DeadlinePassed;
import org.appel.postings.model.Posting;
import org.appel.postings.model.PostingId;

/** Tells topic {@code postings} what has changed, in the transaction of the change and after its row was locked. */
@ApplicationScoped
public class PostingEventWriter {

    /** Key and subject of its events are the posting's id; of those about a webhook, the webhook's. */
    public static final String TOPIC = "postings";

    private final Outbox outbox;

    PostingEventWriter(Outbox outbox) {
        this.outbox = outbox;
    }

    public void published(Posting.Open open, String organisationName) {
        record(open.id(), PostingPublishedV1.of(open, organisationName));
    }

    public void amended(Posting.Open open, String organisationName, Change change, Instant amendedAt) {
        record(open.id(), PostingAmendedV1.of(open, organisationName, change, amendedAt));
    }

    public void withdrawn(Posting.Withdrawn withdrawn) {
        record(withdrawn.id(), PostingWithdrawnV1.of(withdrawn));
    }

    public void deadlinePassed(DeadlinePassed passed) {
        record(passed.postingId(), DeadlinePassedV1.of(passed));
    }

    /** After the webhook was locked. */
    public void webhookDisabled(WebhookDisabledV1 disabled) {
        var id = disabled.webhookId().toString();
        outbox.record(TOPIC, id, id, disabled);
    }

    private void record(PostingId id, Object event) {
        outbox.record(TOPIC, id.toString(), id.toString(), event);
    }
}
