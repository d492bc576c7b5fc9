package org.appel.applications.model;

/** Thrown where a {@link Refusal} ends the work; carries no stack trace, since it is an answer and no fault. */
public class ApplicationRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public ApplicationRefused(Refusal refusal) {
        super(refusal.code(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
