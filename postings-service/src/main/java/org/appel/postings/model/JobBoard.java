package org.appel.postings.model;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An external job board that is known here by name.
 *
 * @param client its OIDC client, as its tokens name it
 * @param ownerEmail of the people who answer for it
 * @param requestsPerMinute how much it may ask of one replica; one or more; null for the usual number
 */
public record JobBoard(
        UUID id,
        String client,
        String name,
        String ownerEmail,
        @Nullable Integer requestsPerMinute) {

    @Override
    public String toString() {
        return "JobBoard[" + id + ", " + client + "]";
    }
}
