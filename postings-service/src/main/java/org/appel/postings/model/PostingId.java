package org.appel.postings.model;

import java.util.UUID;

/** Which posting; it stays the same from the draft to the end. */
public record PostingId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
