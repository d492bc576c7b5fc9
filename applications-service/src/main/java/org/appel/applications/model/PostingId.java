package org.appel.applications.model;

import java.util.UUID;

/** Names one posting; given by the postings-service. */
public record PostingId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
