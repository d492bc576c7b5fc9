package org.appel.postings.model;

/** Why a webhook is no longer called. */
public enum WebhookEnd implements Coded {
    /** It answered 410. */
    GONE,
    /** A message could not be delivered for days, or nothing has reached it for longer. */
    FAILING
}
