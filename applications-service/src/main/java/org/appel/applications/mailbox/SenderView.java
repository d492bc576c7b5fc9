package org.appel.applications.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.applications.model.EmailAddress;
import org.appel.applications.model.MailHead;
import org.appel.applications.model.UnusableDocument;
import org.appel.applications.storage.MailAnswers;

/** Whom to write to about a mail that became no application. */
@Schema(name = "MailSender")
record SenderView(
        UUID messageId,
        String email,

        @Schema(description = "Null if it is not known, or the address may be somebody else's.") @Nullable
        String name,

        String language,
        @Schema(examples = "\"late\"") String reason,
        @Nullable UUID postingId,

        @Schema(description = "The mail that is answered, for In-Reply-To and References.")
        AnsweredView answers,

        @Schema(description = "What HR says.") @Nullable String text,

        @Schema(description = "First instant after the posting's deadline.") @Nullable
        Instant closesAt,

        @Schema(description = "Documents that could not be used; empty if the address may be somebody else's.")
        List<UnusableView> unusable) {
    /** @param messageId with its angle brackets; null if it has none */
    @Schema(name = "AnsweredMail")
    record AnsweredView(
            @Schema(examples = "\"<4f1c@mail.example.org>\"") @Nullable
            String messageId,

            @Schema(description = "The oldest first, the mail's own last.")
            List<String> references) {}

    @Schema(name = "UnusableDocument")
    record UnusableView(
            @Schema(examples = "\"CV.pdf\"") String name,

            @Schema(examples = "\"The PDF is protected by a password\"")
            String why) {
        static UnusableView of(UnusableDocument document) {
            return new UnusableView(document.name(), document.why());
        }
    }

    static SenderView of(MailAnswers.Declined mail, MailHead head, EmailAddress address, @Nullable Instant closesAt) {
        return new SenderView(
                mail.id().value(),
                address.text(),
                head.addressOnly() ? null : head.name(),
                mail.language().code(),
                mail.reason().code(),
                mail.posting() == null ? null : mail.posting().value(),
                new AnsweredView(head.messageId(), head.references()),
                head.addressOnly() ? null : head.words(),
                closesAt,
                head.addressOnly()
                        ? List.of()
                        : head.unusable().stream().map(UnusableView::of).toList());
    }

    @Override
    public String toString() {
        return "SenderView[" + messageId + "]";
    }
}
