package org.appel.notification.delivery;

import org.appel.notification.model.Outcome;

/** Ends an attempt before the mail server was asked; the {@link Outcome} says why. */
class CannotSend extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Outcome outcome;

    CannotSend(Outcome outcome) {
        super(outcome.toString(), null, false, false);
        this.outcome = outcome;
    }

    Outcome outcome() {
        return outcome;
    }
}
