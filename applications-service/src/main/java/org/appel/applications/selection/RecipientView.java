package org.appel.applications.selection;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.applications.model.Application;
import org.appel.applications.model.Completion;
import org.appel.applications.model.DocumentKind;
import org.appel.applications.model.EmailAddress;
import org.appel.applications.model.StoredDocument;
import org.appel.applications.selection.ApplicationView.UnusableView;
import org.appel.applications.storage.MailAnswers.MailAnswer;

/** Whom to write to about an application. */
@Schema(name = "Recipient")
record RecipientView(
        UUID applicationId,
        UUID postingId,

        @Schema(description = "Null if the address may be somebody else's.") @Nullable
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
        Instant missingUntil,

        @Schema(description = "The mail by which the revision came; null if it came by the form.") @Nullable
        AnsweredView answers,

        @Schema(description = "Whether the address may be somebody else's, so that nothing personal may go there.")
        boolean addressOnly,

        @Schema(description = "Documents of that mail that could not be used.")
        List<UnusableView> unusable) {
    record NamedDocument(String kind, String name) {}

    /** @param messageId with its angle brackets; null if it has none */
    @Schema(name = "AnsweredMail")
    record AnsweredView(
            @Schema(examples = "\"<4f1c@mail.example.org>\"") @Nullable
            String messageId,

            @Schema(description = "The oldest first, the mail's own last.")
            List<String> references) {
        static AnsweredView of(MailAnswer answer) {
            return new AnsweredView(answer.messageId(), answer.references());
        }
    }

    /** To an address that may be somebody else's: nothing that is the candidate's goes there. */
    static RecipientView ofAddress(Application.Live application, MailAnswer answer, EmailAddress address) {
        return new RecipientView(
                application.id().value(),
                application.posting().value(),
                null,
                address.text(),
                application.person().language().code(),
                List.of(),
                application.candidacy().stage().code(),
                application.receivedAt(),
                application.revision(),
                null,
                null,
                null,
                AnsweredView.of(answer),
                true,
                List.of());
    }

    /** @param answer null if the revision came by the form */
    static RecipientView of(
            Application.Live application,
            List<StoredDocument> documents,
            Completion completion,
            String link,
            @Nullable MailAnswer answer) {
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
                completion.until(),
                answer == null ? null : AnsweredView.of(answer),
                false,
                answer == null
                        ? List.of()
                        : answer.unusable().stream().map(UnusableView::of).toList());
    }

    @Override
    public String toString() {
        return "RecipientView[" + applicationId + "]";
    }
}
