package org.appel.notification.delivery;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.notification.model.Notification;

/** A notification as the API shows it: what, for which posting and application, and what became of it. */
@Schema(
        name = "Notification",
        description = "A mail that is owed and what became of it. It shows no recipient and no text.",
        examples = """
                {"id": "01982d4b-edf0-7502-9284-4f440d03e64f", "kind": "acknowledgement", "state": "sent",
                 "posting": "0197edea-a3b8-767c-9c11-386ef552ddd0", "organisation": "omct",
                 "application": "01982d4b-ed9e-7c98-ace3-8f3e86479111", "applicationRevision": 1, "message": null,
                 "webhook": null,
                 "language": "fr",
                 "attempts": 1, "nextAttemptAt": null, "problem": null, "reason": null,
                 "messageId": "<01982d4b-edee-7d1c-a9a1-0b4f6f1c2d3e.acknowledgement@appel.example>",
                 "createdAt": "2025-07-21T14:03:27.120331Z", "sentAt": "2025-07-21T14:03:28.020411Z"}""")
record NotificationView(
        UUID id,

        @Schema(
                enumeration = {
                    "acknowledgement",
                    "hr-notice",
                    "hr-summary",
                    "mail-answer",
                    "withdrawal",
                    "access-link",
                    "retention-notice",
                    "webhook-disabled"
                })
        String kind,

        @Schema(enumeration = {"waiting", "sending", "sent", "failed", "suppressed"})
        String state,

        @Schema(description = "Null for the answer to a mail that belongs to no posting, and for a webhook") @Nullable
        UUID posting,

        @Schema(description = "Null for a webhook, which belongs to none") @Nullable
        String organisation,

        @Schema(
                description =
                        "Null for a summary, for the answer to a mail that became no application, and for a webhook")
        @Nullable
        UUID application,

        @Schema(description = "Of the application that is acknowledged or told; else null") @Nullable
        Integer applicationRevision,

        @Schema(description = "The mail that is answered, when it became no application; else null") @Nullable
        UUID message,

        @Schema(description = "The webhook that is no longer called, by the number that the postings-service gave it")
        @Nullable
        UUID webhook,

        @Schema(description = "In which it was written, or will be if it is a candidate's") @Nullable
        String language,

        @Schema(description = "How often the mail server was asked to take it")
        int attempts,

        @Schema(description = "Null unless it is waiting") @Nullable
        Instant nextAttemptAt,

        @Schema(description = "Why the last attempt went wrong, such as smtp-451-4.7.1") @Nullable
        String problem,

        @Schema(description = "Why it failed or was suppressed, such as rejected-5xx") @Nullable
        String reason,

        String messageId,
        Instant createdAt,
        @Nullable Instant sentAt) {

    static NotificationView of(Notification n) {
        return new NotificationView(
                n.mail().id().value(),
                n.mail().kind().wire(),
                n.state().wire(),
                n.mail().posting(),
                n.mail().organisation(),
                n.mail().application(),
                n.mail().revision(),
                n.mail().message(),
                n.mail().webhook(),
                n.language(),
                n.attempts(),
                n.nextAttemptAt(),
                n.problem(),
                n.reason(),
                n.messageId().value(),
                n.createdAt(),
                n.sentAt());
    }
}
