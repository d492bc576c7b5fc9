package org.appel.notification.model;

import java.util.Arrays;
import java.util.Optional;

/** Why a webhook is no longer called. */
public enum WebhookEnd {

    /** It answered that it wants no more. */
    GONE("gone"),

    /** Nothing has reached it for days. */
    FAILING("failing");

    private final String wire;

    WebhookEnd(String wire) {
        this.wire = wire;
    }

    /** The name outside of Java: lower case. */
    public String wire() {
        return wire;
    }

    /** The end of this {@link #wire} name; empty if it is newer than this service. */
    public static Optional<WebhookEnd> of(String wire) {
        return Arrays.stream(values()).filter(end -> end.wire.equals(wire)).findFirst();
    }
}
