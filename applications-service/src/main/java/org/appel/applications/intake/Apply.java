package org.appel.applications.intake;

import java.time.Instant;
import java.util.List;

import org.appel.applications.model.PostingId;

/**
 * Somebody wants to apply.
 *
 * @param idempotencyKey the values of all header lines of that name
 * @param arrivedAt when the request's headers came in, in whole microseconds
 */
record Apply(PostingId posting, List<String> idempotencyKey, Instant arrivedAt, Parts parts) {
    Apply {
        idempotencyKey = List.copyOf(idempotencyKey);
    }
}
