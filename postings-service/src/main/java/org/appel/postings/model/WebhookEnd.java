package org.appel.postings.model;

/** Why a webhook is no longer called. */
public enum WebhookEnd implements Coded {
    /** It answered 410. */
    GONE,
    /** Nothing has reached it for days. */
    FAILING
}
