package org.appel.applications.ledger;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.applications.model.Answers;
import org.appel.applications.model.Ledger;

/** The account of one posting. */
@Schema(name = "Ledger", description = "arrived = accepted + updated + duplicate + refused + unsorted + automatic")
record LedgerView(
        UUID posting,
        long arrived,
        long accepted,
        long updated,
        long duplicate,
        @Schema(description = "Number by reason.") Map<String, Long> refused,
        long unsorted,
        long automatic,

        @Schema(description = "For accepted and updated applications, by either door.")
        AnswersView acknowledgements,

        @Schema(description = "To refused mails.") AnswersView declines,

        @Schema(description = "Whether arrivals, applications and answers agree.")
        boolean balanced) {
    @Schema(name = "AnswerCounts", description = "owed = sent + failed + suppressed + pending")
    record AnswersView(
            long owed,
            long sent,

            @Schema(description = "Will not arrive; number by reason.")
            Map<String, Long> failed,

            @Schema(description = "Not sent, for a reason; number by reason.")
            Map<String, Long> suppressed,

            long pending,

            @Schema(
                    description =
                            "When the first pending one was owed; none if nothing is pending. Too long ago, and the account is out of balance.")
            @Nullable
            Instant pendingSince) {
        static AnswersView of(Answers answers) {
            return new AnswersView(
                    answers.owed(),
                    answers.sent(),
                    answers.failed(),
                    answers.suppressed(),
                    answers.pending(),
                    answers.pendingSince());
        }
    }

    static LedgerView of(Ledger ledger) {
        var counts = ledger.counts();
        return new LedgerView(
                ledger.posting().value(),
                counts.arrived(),
                counts.accepted(),
                counts.updated(),
                counts.duplicate(),
                counts.refused(),
                counts.unsorted(),
                counts.automatic(),
                AnswersView.of(ledger.acknowledgements()),
                AnswersView.of(ledger.declines()),
                ledger.balanced());
    }
}
