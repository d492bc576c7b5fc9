package org.appel.applications.model;

/** Takes documents for an application that stands, judged and looked at as those that come with a new application. */
public interface DocumentIntake {
    /**
     * Replaces the documents of one kind and raises the application's revision; the very same files again change
     * nothing. Whatever becomes of it, the arrival is in the ledger.
     *
     * @throws ApplicationRefused with the reason; then nothing has changed
     */
    void replace(ReplaceDocuments command);
}
