package org.appel.applications.model;

/**
 * Destroys what is personal in an application, wherever it lies. One use case does it, whoever wishes it: the
 * organisation, the candidate, or the end of its retention.
 */
public interface Eraser {
    /**
     * Erases it, in the transaction in which the caller locked it, and leaves a certificate.
     *
     * @param application as it was when it was locked
     */
    void erase(Application.Live application, ErasureReason reason);
}
