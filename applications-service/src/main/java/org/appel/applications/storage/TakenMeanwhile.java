package org.appel.applications.storage;

/**
 * Another transaction stored the same person or answered the same request first. Begin again: then it will be seen.
 * The current transaction can only be rolled back.
 */
public class TakenMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TakenMeanwhile() {
        super("taken meanwhile", null, false, false);
    }
}
