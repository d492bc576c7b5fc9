package org.appel.applications.mailbox.routing;

import org.jspecify.annotations.Nullable;

/**
 * An attached document as far as its kind can be told.
 *
 * @param name of the file; empty if it has none
 * @param text the beginning of its text; null if none could be read
 */
public record Paper(String name, @Nullable String text) {
    @Override
    public String toString() {
        return "Paper[…]";
    }
}
