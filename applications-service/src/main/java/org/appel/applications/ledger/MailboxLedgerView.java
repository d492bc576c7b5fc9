package org.appel.applications.ledger;

import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.appel.applications.ledger.LedgerView.AnswersView;
import org.appel.applications.model.MailboxLedger;

/** The account of one mailbox. */
@Schema(
        name = "MailboxLedger",
        description = "arrived = accepted + updated + duplicate + refused + unsorted + automatic")
record MailboxLedgerView(
        @Schema(examples = "\"omct\"") String mailbox,
        @Schema(examples = "\"omct\"") String organisation,
        long arrived,
        long accepted,
        long updated,
        long duplicate,
        @Schema(description = "Number by reason.") Map<String, Long> refused,
        long unsorted,
        long automatic,

        @Schema(description = "To all but the unsorted mails: an answer, or a reason why there is none.")
        AnswersView answers,

        @Schema(description = "Whether the lines of the ledger, the mails and the answers agree.")
        boolean balanced) {
    static MailboxLedgerView of(MailboxLedger ledger) {
        var counts = ledger.counts();
        return new MailboxLedgerView(
                ledger.mailbox(),
                ledger.organisation(),
                counts.arrived(),
                counts.accepted(),
                counts.updated(),
                counts.duplicate(),
                counts.refused(),
                counts.unsorted(),
                counts.automatic(),
                AnswersView.of(ledger.answers()),
                ledger.balanced());
    }
}
