package org.appel.applications.intake;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.appel.applications.model.Receipt;

/** The answer to an application that was taken. */
@Schema(name = "Receipt")
record ReceiptView(
        UUID id,
        UUID posting,

        @Schema(description = "When the request's headers came in: this decides about the deadline.")
        Instant receivedAt,

        @Schema(examples = "\"received\"") String stage,

        @Schema(description = "1; higher when the same person applied again.")
        int revision,

        @Schema(description = "True if the person's application was there and was brought up to date.")
        boolean updated) {
    static ReceiptView of(Receipt receipt) {
        return new ReceiptView(
                receipt.id().value(),
                receipt.posting().value(),
                receipt.receivedAt(),
                receipt.stage().code(),
                receipt.revision(),
                receipt.updated());
    }
}
