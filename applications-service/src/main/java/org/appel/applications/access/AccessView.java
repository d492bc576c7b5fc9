package org.appel.applications.access;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.applications.model.Access;

/** That somebody looked at something. */
@Schema(name = "Access")
record AccessView(
        Instant at,

        @Schema(enumeration = {"file", "document", "history", "list-line", "export", "recipient", "mail", "mail-part"})
        String what,

        String organisation,
        @Nullable UUID posting,
        @Nullable UUID application,

        @Schema(description = "A mail that became no application, or not yet.") @Nullable
        UUID message,

        @Nullable UUID document,

        @Schema(description = "Number of a file of the mail; 0: the mail as a whole.") @Nullable
        Integer part,

        @Schema(description = "As the token names them; null: the candidate.") @Nullable
        String by,

        @Schema(enumeration = {"hr", "panel", "admin", "service", "candidate"})
        String role,

        @Schema(enumeration = {"selection", "panel", "complaint", "data-request", "support", "correspondence", "own"})
        String purpose) {
    static AccessView of(Access access) {
        var sight = access.sight();
        var posting = sight.posting();
        var application = sight.application();
        var message = sight.message();
        return new AccessView(
                access.at(),
                sight.kind().code(),
                sight.organisation(),
                posting == null ? null : posting.value(),
                application == null ? null : application.value(),
                message == null ? null : message.value(),
                sight.document(),
                sight.part(),
                access.reader().name(),
                access.reader().role(),
                access.reader().purpose().code());
    }
}
