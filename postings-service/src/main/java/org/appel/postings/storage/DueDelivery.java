package org.appel.postings.storage;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.appel.postings.model.ChangeKind;

/**
 * A message that is to be sent now, and that nobody else sends meanwhile.
 *
 * @param id the same over all attempts
 * @param attempt 1 for the first of all
 * @param tries 1 for the first since it was begun or asked for again; those that nobody finished do not count
 * @param createdAt when it was made
 * @param change what it tells; null for a test
 */
public record DueDelivery(
        UUID id,
        UUID webhook,
        URI url,
        String type,
        int attempt,
        int tries,
        Instant createdAt,
        @Nullable Told change) {

    /** An entry of the change log, as much of it as a message says. */
    public record Told(long seq, UUID posting, int version, ChangeKind kind, Instant at) {}
}
