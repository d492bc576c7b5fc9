package org.appel.applications.model;

/**
 * A document that came by mail and was not taken.
 *
 * @param name of the file, as the sender named it; empty if unnamed
 * @param why to be told to the candidate; quotes nothing of the content
 */
public record UnusableDocument(String name, String why) {
    @Override
    public String toString() {
        return "UnusableDocument[…]";
    }
}
