package org.appel.applications.selection;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.applications.model.Application;
import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.DocumentKind;
import org.appel.applications.model.StoredDocument;
import org.appel.applications.model.UnusableDocument;
import org.appel.applications.storage.Hints;

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

        @Schema(description = "Whether HR has to say of a document what it is.")
        boolean unclearDocuments,

        @Schema(
                description =
                        "Applications to the same posting by an address that may be the same person's: without a tag"
                                + " after a plus sign, or Gmail's without dots. A hint; nothing is ever merged for it.")
        List<UUID> possiblyTheSamePerson,

        @Schema(description = "Documents that came by mail and could not be used.")
        List<UnusableView> unusableDocuments,

        List<DocumentView> documents) {
    /** @param wording names the text that was agreed to */
    record ConsentView(Instant at, String wording) {}

    record DocumentView(
            UUID id,
            @Schema(examples = "\"cv\"") String kind,
            @Schema(examples = "\"CV.pdf\"") String name,
            @Schema(examples = "\"application/pdf\"") String mediaType,
            @Schema(description = "In bytes.") long size,
            Instant receivedAt,

            @Schema(description = "What else is in the same file.")
            List<String> alsoHolds,

            @Schema(description = "Whether HR has to say what it is.")
            boolean unclear) {
        static DocumentView of(StoredDocument document) {
            return new DocumentView(
                    document.id(),
                    document.kind().name(),
                    document.name().text(),
                    document.type().mediaType(),
                    document.size(),
                    document.receivedAt(),
                    document.alsoHolds().stream()
                            .map(DocumentKind::name)
                            .sorted()
                            .toList(),
                    document.unclear());
        }
    }

    @Schema(name = "UnusableDocument")
    record UnusableView(
            @Schema(examples = "\"CV.pdf\"") String name,

            @Schema(examples = "\"The PDF is protected by a password\"")
            String why) {
        static UnusableView of(UnusableDocument document) {
            return new UnusableView(document.name(), document.why());
        }
    }

    static ApplicationView of(Application.Live application, List<StoredDocument> documents, Hints.Hint hint) {
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
                documents.stream().anyMatch(StoredDocument::unclear),
                hint.kin().stream().map(ApplicationId::value).toList(),
                hint.unusable().stream().map(UnusableView::of).toList(),
                documents.stream().map(DocumentView::of).toList());
    }

    @Override
    public String toString() {
        return "ApplicationView[" + id + "]";
    }
}
