package org.appel.postings.jobboard;

import java.util.UUID;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.postings.model.JobBoard;

/** A job board as an administrator writes it. */
@Schema(name = "JobBoardBody")
record JobBoardBody(
        @Schema(description = "Its OIDC client: azp, else client_id, else sub of its tokens", examples = "reliefweb")
        @NotBlank(message = "is missing: its OIDC client")
        @Size(max = 200)
        String client,

        @Schema(examples = "ReliefWeb") @NotBlank(message = "is missing") @Size(max = 200)
        String name,

        @Schema(description = "Who is told when its webhook is disabled", examples = "jobs@reliefweb.example")
        @NotBlank(message = "is missing: who answers for it")
        @Email
        @Size(max = 254)
        String ownerEmail,

        @Schema(description = "Requests a minute to one replica; the usual number when left out", examples = "600")
        @Min(1)
        @Max(1_000_000)
        @Nullable
        Integer requestsPerMinute) {

    JobBoard toBoard(UUID id) {
        return new JobBoard(id, client, name, ownerEmail, requestsPerMinute);
    }

    @Override
    public String toString() {
        return "JobBoardBody[" + client + "]";
    }
}
