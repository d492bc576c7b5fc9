package org.appel.postings.model;

/** How far a posting is on ReliefWeb. */
public enum ReliefWebState implements Coded {
    /** It is to be sent. */
    WAITING,
    /** It cannot be sent as long as something is missing. */
    INCOMPLETE,
    /** ReliefWeb has taken it and will look at it. */
    QUEUED,
    /** ReliefWeb has it. */
    PROCESSED,
    /** ReliefWeb does not want it as it is. */
    REFUSED,
    /** It is not open there, or not any more. */
    CLOSED
}
