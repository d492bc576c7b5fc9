package org.appel.postings.model;

/** The name of the state that a posting is in. */
public enum PostingState implements Coded {
    DRAFT,
    OPEN,
    CLOSED,
    WITHDRAWN
}
