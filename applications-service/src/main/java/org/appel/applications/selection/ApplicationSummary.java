package org.appel.applications.selection;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.appel.applications.model.Application;

/** An application as a line of a list. */
@Schema(name = "ApplicationSummary")
record ApplicationSummary(
        UUID id,
        UUID posting,
        @Schema(examples = "\"received\"") String stage,

        @Schema(
                description = Admissions.DESCRIPTION,
                enumeration = {"in-time", "in-grace", "late"})
        String admission,

        String name,
        String email,
        String language,
        int revision,
        Instant receivedAt,
        Instant updatedAt) {
    static ApplicationSummary of(Application.Live application) {
        return new ApplicationSummary(
                application.id().value(),
                application.posting().value(),
                application.candidacy().stage().code(),
                application.admission().code(),
                application.person().name(),
                application.person().email().text(),
                application.person().language().code(),
                application.revision(),
                application.receivedAt(),
                application.updatedAt());
    }

    @Override
    public String toString() {
        return "ApplicationSummary[" + id + "]";
    }
}
