package org.appel.postings.model;

/** Says no to a request, for a reason that the one who asked can understand. Not a fault. */
public final class PostingRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public PostingRefused(Refusal refusal) {
        super(refusal.getClass().getSimpleName(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
