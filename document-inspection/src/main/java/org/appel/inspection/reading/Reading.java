package org.appel.inspection.reading;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a document says.
 *
 * @param text null if it could not be read
 */
public record Reading(@Nullable String text, Map<String, String> metadata) {

    public Reading {
        metadata = Map.copyOf(metadata);
    }

    /** Tells nothing of the content, which is a candidate's. */
    @Override
    public String toString() {
        return "Reading[]";
    }
}
