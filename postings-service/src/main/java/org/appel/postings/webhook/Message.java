package org.appel.postings.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.postings.config.Site;
import org.appel.postings.model.PostingId;
import org.appel.postings.storage.DueDelivery;

/**
 * The body of a message: that something has happened, not all of it.
 *
 * @param type {@code posting.} and the kind of change, or webhook.test
 * @param timestamp when it happened
 */
@Schema(name = "WebhookMessage", description = "What a webhook is sent")
record Message(String type, Instant timestamp, Data data) {

    /** Which posting it is about; of a test only which webhook. */
    @Schema(name = "WebhookMessageData")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Data(
            @Nullable Long seq,
            @Nullable UUID posting,
            @Nullable Integer version,
            @Nullable String kind,
            @Nullable String state,
            @Nullable URI url,
            @Nullable UUID webhook) {}

    /** The same over all attempts. */
    static Message of(DueDelivery delivery, Site site) {
        var change = delivery.change();
        if (change == null) {
            return new Message(
                    delivery.type(),
                    delivery.createdAt(),
                    new Data(null, null, null, null, null, null, delivery.webhook()));
        }
        return new Message(
                delivery.type(),
                change.at(),
                new Data(
                        change.seq(),
                        change.posting(),
                        change.version(),
                        change.kind().code(),
                        change.kind().stateAfter().code(),
                        site.posting(new PostingId(change.posting())),
                        null));
    }
}
