package org.appel.postings.model;

/** Whether a webhook is called. */
public enum WebhookState implements Coded {
    ACTIVE,
    DISABLED
}
