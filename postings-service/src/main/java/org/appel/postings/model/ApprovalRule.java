package org.appel.postings.model;

/** Whether an organisation wants a second person to look at a draft before it is published. */
public enum ApprovalRule implements Coded {
    /** One person is enough. */
    NONE,
    /** Somebody other than who wrote it approves it first. */
    SECOND_PERSON
}
