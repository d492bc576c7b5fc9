package org.appel.postings.webhook;

import java.time.OffsetDateTime;
import java.util.List;

import jakarta.validation.constraints.Min;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.postings.storage.Redelivery;
import org.appel.service.Fault;
import org.appel.service.InvalidBody;

/** Which part of the change log a webhook wants to be told again: by time or by entries. */
@Schema(name = "RedeliveryBody")
record RedeliveryBody(
        @Schema(description = "The first entry", examples = "17") @Min(0) @Nullable
        Long fromSeq,

        @Schema(description = "The last entry", examples = "42") @Min(0) @Nullable
        Long toSeq,

        @Schema(description = "Not before", examples = "2026-01-31T12:00:00Z") @Nullable
        OffsetDateTime fromTime,

        @Schema(description = "Before", examples = "2026-02-01T12:00:00Z") @Nullable
        OffsetDateTime toTime) {

    /** @throws InvalidBody if it has no beginning */
    Redelivery toRedelivery() {
        if (fromSeq == null && fromTime == null) {
            throw new InvalidBody(List.of(new Fault("/fromSeq", "is missing: this, or fromTime")));
        }
        return new Redelivery(
                fromSeq,
                toSeq,
                fromTime == null ? null : fromTime.toInstant(),
                toTime == null ? null : toTime.toInstant());
    }
}
