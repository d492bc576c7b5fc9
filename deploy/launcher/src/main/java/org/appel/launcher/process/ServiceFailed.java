package org.appel.launcher.process;

/** A service could not be started or did not become ready; the message is for the person at the terminal. */
public final class ServiceFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ServiceFailed(String message) {
        super(message);
    }

    ServiceFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
