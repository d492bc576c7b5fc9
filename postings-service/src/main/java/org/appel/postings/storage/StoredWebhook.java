package org.appel.postings.storage;

import org.appel.postings.model.Webhook;

/**
 * A webhook with the number of times that it was written.
 *
 * @param revision what an ETag is made of
 */
public record StoredWebhook(Webhook webhook, long revision) {}
