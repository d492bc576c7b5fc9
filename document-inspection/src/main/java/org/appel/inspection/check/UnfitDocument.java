package org.appel.inspection.check;

/** Thrown when a document is not taken; the message says why, to the candidate, and quotes nothing of the content. */
public final class UnfitDocument extends Exception {
    private static final long serialVersionUID = 1L;

    public UnfitDocument(String why) {
        super(why, null, false, false);
    }

    /** The message, which is never absent. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
