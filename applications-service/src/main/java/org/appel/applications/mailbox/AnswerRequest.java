package org.appel.applications.mailbox;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the sender of a mail is told. */
@Schema(name = "MailAnswer")
record AnswerRequest(
        @Schema(
                required = true,
                examples = "\"unknown-vacancy\"",
                enumeration = {"unknown-vacancy", "not-open", "answered-by-hr"})
        @NotNull(message = REASONS)
        @Pattern(regexp = "unknown-vacancy|not-open|answered-by-hr", message = REASONS)
        @Nullable
        String reason,

        @Schema(
                description = "Stands in the answer; required with answered-by-hr.",
                examples = "\"Le poste est pourvu depuis mars.\"")
        @Size(max = 4000, message = "At most 4000 characters")
        @Nullable
        String text) {
    private static final String REASONS = "Name one of unknown-vacancy, not-open, answered-by-hr";

    /** Without words of its own there is nothing that HR answers. */
    @AssertTrue(message = "Write the text of the answer")
    boolean isTextThere() {
        return !"answered-by-hr".equals(reason) || text != null && !text.isBlank();
    }

    @Override
    public String toString() {
        return "AnswerRequest[" + reason + "]";
    }
}
