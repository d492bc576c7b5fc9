package org.appel.applications.candidate;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.applications.model.Candidacy;
import org.appel.applications.model.DocumentKind;
import org.appel.applications.model.Progress;
import org.appel.applications.model.StoredDocument;

/** An application as its candidate sees it. */
@Schema(name = "OwnApplication")
record OwnView(
        UUID id,
        PostingView posting,

        @Schema(
                description = "How far the candidate is told.",
                enumeration = {"received", "in-selection", "concluded", "withdrawn"})
        String progress,

        @Schema(description = "The same in a sentence, in the application's language.")
        String state,

        String name,
        String email,
        String language,
        @Nullable String phone,
        @Nullable String source,
        Instant receivedAt,
        Instant updatedAt,
        int revision,
        List<DocumentView> documents,

        @Schema(
                description = "Kinds that the posting requires and that are not there.",
                examples = "[\"cover_letter\"]")
        List<String> missing,

        @Schema(description = "Whether documents can be sent or replaced now.")
        boolean replaceable,

        @Schema(description = "First instant at which they no longer can; null if there is none, or it has passed.")
        @Nullable
        Instant replaceableUntil,

        @Schema(description = "Whether the application can be withdrawn now.")
        boolean withdrawable,

        ConsentView consent) {
    /** @param titles by language; empty if the posting is not known any more */
    @Schema(name = "OwnPosting")
    record PostingView(
            UUID id,
            String organisation,
            @Schema(description = "What it calls itself.") String organisationName,
            @Nullable String reference,
            Map<String, String> titles,
            @Nullable Instant closesAt) {}

    /** @param wording names the text that was agreed to */
    @Schema(name = "OwnConsent")
    record ConsentView(Instant at, String wording) {}

    @Schema(name = "OwnDocument")
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

    static OwnView of(OwnFile file) {
        var application = file.application();
        var person = application.person();
        var completion = file.completion();
        return new OwnView(
                application.id().value(),
                posting(file),
                Progress.of(application.candidacy()).code(),
                Labels.state(Progress.of(application.candidacy()), Labels.words(person.language())),
                person.name(),
                person.email().text(),
                person.language().code(),
                person.phone(),
                person.source(),
                application.receivedAt(),
                application.updatedAt(),
                application.revision(),
                file.documents().stream().map(DocumentView::of).toList(),
                completion.missing().stream().map(DocumentKind::name).toList(),
                completion.open(),
                completion.until(),
                application.candidacy() instanceof Candidacy.Running,
                new ConsentView(person.consentedAt(), person.consentWording()));
    }

    private static PostingView posting(OwnFile file) {
        var posting = file.posting();
        return new PostingView(
                file.application().posting().value(),
                file.application().organisation(),
                file.organisationName(),
                posting == null ? null : posting.reference(),
                posting == null ? Map.of() : posting.titles(),
                posting == null ? null : posting.closesAt());
    }

    @Override
    public String toString() {
        return "OwnView[" + id + "]";
    }
}
