package org.appel.postings.authoring;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.postings.messaging.AdV1;
import org.appel.postings.messaging.PayForWorkloadV1;
import org.appel.postings.model.Approval;
import org.appel.postings.model.Posting;
import org.appel.postings.model.Posting.Draft;
import org.appel.postings.model.Posting.Published;
import org.appel.postings.model.Schedule;
import org.appel.service.Fault;

/**
 * A posting as its hiring team sees it, in whatever state.
 *
 * @param version 0 for a draft
 * @param closesAt with the offset of the deadline's zone
 * @param writtenBy everybody who wrote in a draft since it was approved last, of whom none approves it; empty for other
 *     states, and where it is not known
 * @param approval of a draft as it is now
 * @param scheduledFor when a draft is published by itself
 * @param scheduleProblem what keeps it from being published then
 */
@Schema(name = "Draft", description = "A posting as its hiring team sees it, in whatever state")
@JsonInclude(JsonInclude.Include.ALWAYS)
record DraftView(
        UUID id,
        String state,
        int version,
        @Nullable Instant publishedAt,
        @Nullable OffsetDateTime closesAt,
        @JsonUnwrapped AdV1 ad,
        @Nullable PayForWorkloadV1 payForThisWorkload,
        List<String> writtenBy,
        @Nullable ApprovalView approval,
        @Nullable Instant scheduledFor,
        @Nullable ScheduleProblemView scheduleProblem) {

    /** @param by subject of the token of who gave it */
    @Schema(name = "Approval")
    record ApprovalView(String by, Instant at) {
        static @Nullable ApprovalView of(@Nullable Approval approval) {
            return approval == null ? null : new ApprovalView(approval.by(), approval.at());
        }
    }

    /** @param errors what is missing or contradictory, as a publication would name it */
    @Schema(name = "ScheduleProblem")
    record ScheduleProblemView(String detail, List<Fault> errors) {
        static @Nullable ScheduleProblemView of(@Nullable Schedule schedule) {
            return schedule == null || schedule.problem().isEmpty()
                    ? null
                    : new ScheduleProblemView(
                            schedule.problem().contains(Schedule.LAPSED)
                                    ? "Its moment has passed, and it is not published by itself any more"
                                    : "It is not published as it is; it is tried again when it changes",
                            schedule.problem().stream()
                                    .map(gap -> new Fault(gap.pointer(), gap.detail()))
                                    .toList());
        }
    }

    static DraftView of(Posting posting) {
        var draft = posting instanceof Draft written ? written : null;
        var schedule = draft == null ? null : draft.schedule();
        var publication = posting instanceof Published published ? published.publication() : null;
        return new DraftView(
                posting.id().value(),
                posting.state().code(),
                publication == null ? 0 : publication.version(),
                publication == null ? null : publication.publishedAt(),
                posting.closesAt().map(posting.ad()::there).orElse(null),
                AdV1.of(posting.ad()),
                PayForWorkloadV1.of(posting.ad()),
                draft == null ? List.of() : draft.writtenBy(),
                draft == null ? null : ApprovalView.of(draft.approval()),
                schedule == null ? null : schedule.at(),
                ScheduleProblemView.of(schedule));
    }
}
