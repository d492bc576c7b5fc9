package org.appel.postings.model;

/** How far a message to a webhook has come. */
public enum DeliveryState implements Coded {
    PENDING,
    DELIVERED,
    FAILED
}
