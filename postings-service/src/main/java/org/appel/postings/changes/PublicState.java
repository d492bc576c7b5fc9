package org.appel.postings.changes;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.postings.messaging.AdV1;
import org.appel.postings.messaging.PayForWorkloadV1;
import org.appel.postings.storage.LoggedChange;

/** What the public is shown of a posting after a change: one of three shapes, told apart by {@code state}. */
@Schema(oneOf = {PublicState.Shown.class, PublicState.Ended.class, PublicState.Tombstone.class})
sealed interface PublicState {

    static PublicState after(LoggedChange change) {
        return switch (change.kind()) {
            case PUBLISHED, AMENDED, EXTENDED, REOPENED -> Shown.of(change);
            case CLOSED -> Ended.of(change);
            case WITHDRAWN -> Tombstone.of(change);
        };
    }

    /**
     * The whole posting, just as {@code GET /postings/{id}} shows it to everybody.
     *
     * @param closesAt with the offset of the deadline's zone; null when open until filled
     */
    @Schema(name = "OpenPosting", description = "The whole of an open posting")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Shown(
            UUID id,
            String state,
            int version,
            Instant publishedAt,
            @Nullable OffsetDateTime closesAt,
            @JsonUnwrapped AdV1 ad,
            @Nullable PayForWorkloadV1 payForThisWorkload)
            implements PublicState {

        static Shown of(LoggedChange change) {
            return new Shown(
                    change.posting().value(),
                    change.kind().stateAfter().code(),
                    change.version(),
                    change.publishedAt(),
                    there(change),
                    AdV1.forThePublic(change.ad()),
                    PayForWorkloadV1.of(change.ad()));
        }
    }

    /**
     * A posting that is closed says what it said before; only its state is another.
     *
     * @param closesAt first instant at which applications were no longer taken, with the offset of the deadline's zone
     */
    @Schema(name = "ClosedPosting", description = "That a posting was closed; what it says has not changed")
    record Ended(
            UUID id,
            String organisation,
            String state,
            int version,
            @Nullable OffsetDateTime closesAt,
            Instant closedAt)
            implements PublicState {

        static Ended of(LoggedChange change) {
            return new Ended(
                    change.posting().value(),
                    change.organisation(),
                    change.kind().stateAfter().code(),
                    change.version(),
                    there(change),
                    change.at());
        }
    }

    /** What remains of a posting that was taken back. */
    @Schema(name = "WithdrawnPosting", description = "What remains of a withdrawn posting")
    record Tombstone(UUID id, String organisation, String state, Instant withdrawnAt, String reason)
            implements PublicState {

        static Tombstone of(LoggedChange change) {
            return new Tombstone(
                    change.posting().value(),
                    change.organisation(),
                    change.kind().stateAfter().code(),
                    change.at(),
                    Objects.requireNonNull(change.reason(), "a reason that each withdrawal has"));
        }
    }

    private static @Nullable OffsetDateTime there(LoggedChange change) {
        var closesAt = change.closesAt();
        return closesAt == null ? null : change.ad().there(closesAt);
    }
}
