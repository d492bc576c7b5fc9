package org.appel.notification.model;

/** A request that was understood and not granted; the {@link Refusal} says why. */
public class NotificationRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public NotificationRefused(Refusal refusal) {
        super(refusal.toString());
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
