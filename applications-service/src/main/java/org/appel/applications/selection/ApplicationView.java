package org.appel.applications.selection;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.applications.model.Application;
import org.appel.applications.model.StoredDocument;

/** An application with everything in it but the documents' content. */
@Schema(name = "ApplicationFile")
record ApplicationView(
        UUID id,
        UUID posting,
        @Schema(examples = "\"received\"") String stage,

        @Schema(description = "The stages to which it can be moved from here.")
        List<String> nextStages,

        @Schema(
                description = Admissions.DESCRIPTION,
                enumeration = {"in-time", "in-grace", "late"})
        String admission,

        String name,
        String email,
        String language,
        @Nullable String phone,
        @Nullable String source,
        ConsentView consent,
        int revision,
        Instant receivedAt,
        Instant updatedAt,
        List<DocumentView> documents) {
    /** @param wording names the text that was agreed to */
    record ConsentView(Instant at, String wording) {}

    record DocumentView(
            UUID id,
            @Schema(examples = "\"cv\"") String kind,
            @Schema(examples = "\"CV.pdf\"") String name,
            @Schema(examples = "\"application/pdf\"") String mediaType,
            @Schema(description = "In bytes.") long size,
            Instant receivedAt) {
        static DocumentView of(StoredDocument document) {
            return new DocumentView(
                    document.id(),
                    document.kind().name(),
                    document.name().text(),
                    document.type().mediaType(),
                    document.size(),
                    document.receivedAt());
        }
    }

    static ApplicationView of(Application.Live application, List<StoredDocument> documents) {
        var person = application.person();
        return new ApplicationView(
                application.id().value(),
                application.posting().value(),
                application.candidacy().stage().code(),
                application.candidacy().moves().stream()
                        .map(next -> next.stage().code())
                        .toList(),
                application.admission().code(),
                person.name(),
                person.email().text(),
                person.language().code(),
                person.phone(),
                person.source(),
                new ConsentView(person.consentedAt(), person.consentWording()),
                application.revision(),
                application.receivedAt(),
                application.updatedAt(),
                documents.stream().map(DocumentView::of).toList());
    }

    @Override
    public String toString() {
        return "ApplicationView[" + id + "]";
    }
}
