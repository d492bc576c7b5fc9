package org.appel.applications.selection;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.applications.model.Application;
import org.appel.applications.model.Completion;
import org.appel.applications.model.DocumentKind;
import org.appel.applications.model.StoredDocument;

/** Whom to write to about an application. */
@Schema(name = "Recipient")
record RecipientView(
        UUID applicationId,
        UUID postingId,
        String name,
        String email,
        String language,
        List<NamedDocument> documents,
        String stage,
        Instant receivedAt,
        int revision,

        @Schema(description = "The candidate's own view, with a fresh token.") @Nullable
        String link,

        @Schema(
                description = "Kinds of documents that the posting requires and that are not there.",
                examples = "[\"cover_letter\"]")
        @Nullable
        List<String> missing,

        @Schema(
                description =
                        "First instant at which they are no longer taken; null if there is none, or it has passed.")
        @Nullable
        Instant missingUntil) {
    record NamedDocument(String kind, String name) {}

    static RecipientView of(
            Application.Live application, List<StoredDocument> documents, Completion completion, String link) {
        return new RecipientView(
                application.id().value(),
                application.posting().value(),
                application.person().name(),
                application.person().email().text(),
                application.person().language().code(),
                documents.stream()
                        .map(document -> new NamedDocument(
                                document.kind().name(), document.name().text()))
                        .toList(),
                application.candidacy().stage().code(),
                application.receivedAt(),
                application.revision(),
                link,
                completion.missing().stream().map(DocumentKind::name).toList(),
                completion.until());
    }

    @Override
    public String toString() {
        return "RecipientView[" + applicationId + "]";
    }
}
