package org.appel.applications.erasure;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.appel.applications.model.ErasureCertificate;

/** That an application was erased. */
@Schema(name = "ErasureCertificate")
record CertificateView(
        UUID application,
        UUID posting,
        String organisation,
        Instant erasedAt,

        @Schema(
                description = "At whose wish: the organisation's, the candidate's, or since the retention ended.",
                enumeration = {"hr", "candidate", "retention"})
        String reason,

        DestroyedView destroyed) {
    @Schema(name = "Destroyed")
    record DestroyedView(
            int documents,

            @Schema(description = "Mails whose rows were emptied.")
            int messages,

            @Schema(description = "Events about it that were kept since they could not be processed.")
            int deadLetters,

            @Schema(description = "Of the application and of its documents.")
            int keys) {}

    static CertificateView of(ErasureCertificate certificate) {
        var destroyed = certificate.destroyed();
        return new CertificateView(
                certificate.application().value(),
                certificate.posting().value(),
                certificate.organisation(),
                certificate.erasedAt(),
                certificate.reason().code(),
                new DestroyedView(
                        destroyed.documents(), destroyed.messages(), destroyed.deadLetters(), destroyed.keys()));
    }
}
