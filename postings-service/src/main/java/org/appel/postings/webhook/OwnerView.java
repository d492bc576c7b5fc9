package org.appel.postings.webhook;

import java.net.URI;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.appel.postings.model.JobBoard;
import org.appel.postings.model.Webhook;

/** Who answers for a webhook, for the service that tells them. */
@Schema(name = "WebhookOwner")
record OwnerView(String name, String email, URI url) {

    static OwnerView of(JobBoard board, Webhook webhook) {
        return new OwnerView(board.name(), board.ownerEmail(), webhook.url());
    }

    @Override
    public String toString() {
        return "OwnerView[…]";
    }
}
