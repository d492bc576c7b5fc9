package org.appel.launcher.embedded;

/** A part could not be started, stopped or asked; the message says which one and what it was doing. */
public final class EmbeddedPartFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EmbeddedPartFailed(String message, Throwable cause) {
        super(message, cause);
    }

    EmbeddedPartFailed(String message) {
        super(message);
    }
}
