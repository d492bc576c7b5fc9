package org.appel.applications.selection;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import org.appel.applications.model.Application;
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
        int revision) {
    record NamedDocument(String kind, String name) {}

    static RecipientView of(Application.Live application, List<StoredDocument> documents) {
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
                application.revision());
    }

    @Override
    public String toString() {
        return "RecipientView[" + applicationId + "]";
    }
}
