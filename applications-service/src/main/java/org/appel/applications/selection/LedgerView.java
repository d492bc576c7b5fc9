package org.appel.applications.selection;

import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.appel.applications.model.Ledger;

/** The account of one posting. */
@Schema(name = "Ledger", description = "arrived = accepted + updated + duplicate + refused + unsorted")
record LedgerView(
        UUID posting,
        long arrived,
        long accepted,
        long updated,
        long duplicate,
        @Schema(description = "Number by reason.") Map<String, Long> refused,
        long unsorted,
        AcknowledgementsView acknowledgements,

        @Schema(description = "Whether arrivals, applications and acknowledgements agree.")
        boolean balanced) {
    @Schema(name = "AcknowledgementCounts", description = "owed = sent + failed + pending")
    record AcknowledgementsView(long owed, long sent, Map<String, Long> failed, long pending) {}

    static LedgerView of(Ledger ledger) {
        var counts = ledger.counts();
        var acknowledgements = ledger.acknowledgements();
        return new LedgerView(
                ledger.posting().value(),
                counts.arrived(),
                counts.accepted(),
                counts.updated(),
                counts.duplicate(),
                counts.refused(),
                counts.unsorted(),
                new AcknowledgementsView(
                        acknowledgements.owed(),
                        acknowledgements.sent(),
                        acknowledgements.failed(),
                        acknowledgements.pending()),
                ledger.balanced());
    }
}
