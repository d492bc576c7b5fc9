package org.appel.applications.mailbox;

import java.util.UUID;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** For which posting a mail is. */
@Schema(name = "MailAssignment")
record AssignmentRequest(
        @Schema(required = true, examples = "\"0197edea-a3b8-767c-9c11-386ef552ddd0\"")
        @NotNull(message = "Name the posting")
        @Nullable
        UUID posting,

        @Schema(
                description = "The candidate's address, if the mail does not say it or is somebody else's.",
                examples = "\"amina@example.org\"")
        @Size(max = 254, message = "At most 254 characters")
        @Nullable
        String email,

        @Schema(description = "The name of the candidate so named.", examples = "\"Amina Ben Salah\"")
        @Size(max = 200, message = "At most 200 characters")
        @Nullable
        String name,

        @Schema(description = "Take it although it arrived after the deadline; it is shown as late.") @Nullable
        Boolean acceptLate) {
    @Override
    public String toString() {
        return "AssignmentRequest[" + posting + "]";
    }
}
