package org.appel.applications.model;

/**
 * Destroys what is personal in an application, wherever it lies. One use case does it, whoever wishes it: the
 * organisation or the candidate.
 */
public interface Eraser {
    /**
     * Erases it, in the transaction in which the caller locked it.
     *
     * @param application as it was when it was locked
     */
    void erase(Application.Live application);
}
