package org.appel.applications.intake;

/** Thrown when a document is not taken; the message says why, to the candidate, and quotes nothing of the content. */
class UnfitDocument extends Exception {
    private static final long serialVersionUID = 1L;

    UnfitDocument(String why) {
        super(why, null, false, false);
    }
}
