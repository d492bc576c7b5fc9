package org.appel.notification.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a notification stands. */
public enum State {

    /** It will be tried by itself, now or at its next moment. */
    WAITING,

    /** A sender holds it until its lease ends; with the lease over it counts as waiting. */
    SENDING,

    /** A mail server has taken it over. */
    SENT,

    /** It will not be tried again by itself; a person may ask for it. */
    FAILED,

    /** It must not be sent: its recipient has been erased, or it was never owed. */
    SUPPRESSED;

    /** The name outside of Java: lower case. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of this {@link #wire} name; empty if there is none. */
    public static Optional<State> of(String wire) {
        return Arrays.stream(values())
                .filter(state -> state.wire().equals(wire))
                .findFirst();
    }
}
