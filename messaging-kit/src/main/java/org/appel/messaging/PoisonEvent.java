package org.appel.messaging;

import org.jspecify.annotations.Nullable;

/**
 * An event that can never be processed as it stands: not a CloudEvent, not JSON, or against its contract.
 *
 * <p>It goes to the dead letters with this message as its reason, and the events behind it go on.
 */
public class PoisonEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reason what an operator reads; names no value of the event, since it is logged */
    public PoisonEvent(String reason) {
        this(reason, null);
    }

    /** @param reason what an operator reads; names no value of the event, since it is logged */
    public PoisonEvent(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
