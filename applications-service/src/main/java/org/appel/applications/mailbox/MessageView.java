package org.appel.applications.mailbox;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.applications.storage.JudgedMail;

/** What became of a mail; nothing of it names a person. */
@Schema(name = "JudgedMail")
record MessageView(
        UUID id,
        @Schema(examples = "\"omct\"") String mailbox,
        Instant receivedAt,
        Instant judgedAt,

        @Schema(enumeration = {"accepted", "updated", "duplicate", "refused", "unsorted", "automatic"})
        String outcome,

        @Schema(description = "Why it was refused, left unsorted or is a machine's.", examples = "\"deadline-passed\"")
        @Nullable
        String reason,

        @Nullable UUID posting,
        @Nullable UUID application,
        @Nullable Integer revision,

        @Schema(description = "The first delivery of the same mail.") @Nullable
        UUID repeats,

        AnswerView answer) {
    @Schema(name = "MailAnswerState")
    record AnswerView(
            @Schema(enumeration = {"unsorted", "none", "pending", "sent", "failed"})
            String state,

            @Schema(description = "Why there is none, or why it failed.", examples = "\"answered-today\"") @Nullable
            String reason) {}

    static MessageView of(JudgedMail mail) {
        return new MessageView(
                mail.id().value(),
                mail.mailbox(),
                mail.receivedAt(),
                mail.judgedAt(),
                mail.outcome().code(),
                mail.reason(),
                mail.posting() == null ? null : mail.posting().value(),
                mail.application() == null ? null : mail.application().value(),
                mail.revision(),
                mail.repeats() == null ? null : mail.repeats().value(),
                new AnswerView(mail.answer().state().code(), mail.answer().reason()));
    }
}
