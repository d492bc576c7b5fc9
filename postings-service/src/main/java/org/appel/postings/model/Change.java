package org.appel.postings.model;

/** What made a version of a published posting. */
public enum Change implements Coded {
    PUBLICATION,
    AMENDMENT,
    DEADLINE_EXTENDED,
    REOPENED,
    WITHDRAWAL
}
