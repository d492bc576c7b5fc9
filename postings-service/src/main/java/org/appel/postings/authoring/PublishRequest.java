package org.appel.postings.authoring;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** @param at when; null for at once */
@Schema(name = "PublishRequest")
@Shaped.WellShaped
record PublishRequest(
        @Schema(
                description = "A moment to come, with its offset; left out, it is published at once",
                examples = "2026-01-31T09:00:00+01:00")
        @Nullable
        OffsetDateTime at)
        implements Shaped {

    @Override
    public Optional<String> objection() {
        return at == null ? Optional.empty() : DeadlineBody.objectionTo(at.getYear());
    }

    Optional<Instant> moment() {
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }
}
