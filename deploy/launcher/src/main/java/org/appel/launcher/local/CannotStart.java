package org.appel.launcher.local;

/** The system cannot be started as it was asked for; the message says to a person what to change. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotStart(String message) {
        super(message);
    }
}
