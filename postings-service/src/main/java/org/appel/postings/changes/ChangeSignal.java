package org.appel.postings.changes;

/** What a stream sends. */
sealed interface ChangeSignal {

    /** An entry of the log. */
    record Told(long seq, String json) implements ChangeSignal {}

    /** Nothing has happened for a while. */
    record StillHere() implements ChangeSignal {}
}
