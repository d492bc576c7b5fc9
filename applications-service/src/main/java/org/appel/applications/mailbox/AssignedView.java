package org.appel.applications.mailbox;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.appel.applications.model.Receipt;

/** The application that a mail became. */
@Schema(name = "AssignedMail")
record AssignedView(
        UUID id,
        UUID posting,

        @Schema(description = "When the receiving server took the mail.")
        Instant receivedAt,

        @Schema(examples = "\"received\"") String stage,

        @Schema(description = "1; higher when the person had applied before.")
        int revision,

        @Schema(description = "True if the person's application was there and was brought up to date.")
        boolean updated) {
    static AssignedView of(Receipt receipt) {
        return new AssignedView(
                receipt.id().value(),
                receipt.posting().value(),
                receipt.receivedAt(),
                receipt.stage().code(),
                receipt.revision(),
                receipt.updated());
    }
}
