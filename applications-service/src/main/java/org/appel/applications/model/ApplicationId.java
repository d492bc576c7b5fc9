package org.appel.applications.model;

import java.util.UUID;

/** Names one application for ever, also after it was erased. */
public record ApplicationId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
