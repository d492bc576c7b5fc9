package org.appel.applications.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The part {@code application} of the form. */
@Schema(name = "Application", description = "Who applies. All texts are kept encrypted.")
record ApplicationBody(
        @Schema(required = true, examples = "\"Amina Ben Salah\"", maxLength = 200)
        @NotBlank(message = "Write the name")
        @Size(max = 200, message = "At most 200 characters")
        @Pattern(regexp = "[^\\p{Cntrl}]*", message = "No line breaks or control characters")
        @Nullable
        String name,

        @Schema(required = true, examples = "\"amina@example.org\"", maxLength = 254)
        @NotBlank(message = "Write an e-mail address")
        @Nullable
        String email,

        @Schema(
                required = true,
                enumeration = {"fr", "en"},
                description = "In which the candidate is answered.")
        @NotNull(message = "Write fr or en")
        @Pattern(regexp = "fr|en", message = "Write fr or en")
        @Nullable
        String language,

        @Schema(examples = "\"+216 71 000 000\"", maxLength = 40, nullable = true)
        @Size(max = 40, message = "At most 40 characters")
        @Pattern(regexp = "[0-9+()./\\- ]*", message = "Write digits, spaces and + ( ) . / - only")
        @Nullable
        String phone,

        @Schema(
                description = "Where the notice was seen.",
                examples = "\"reliefweb\"",
                maxLength = 200,
                nullable = true)
        @Size(max = 200, message = "At most 200 characters")
        @Pattern(regexp = "[^\\p{Cntrl}]*", message = "No line breaks or control characters")
        @Nullable
        String source,

        @Schema(required = true) @NotNull(message = "The consent is missing") @Valid @Nullable
        Consent consent) {
    @Schema(description = "The wordings are in the form.")
    record Consent(
            @Schema(required = true, description = "Must be true.")
            @AssertTrue(message = "Nothing can be taken without the consent")
            @NotNull(message = "Nothing can be taken without the consent")
            @Nullable
            Boolean processing,

            @Schema(
                    description = "The version of the wording that the candidate saw; without it, the one in force.",
                    examples = "\"2026-1\"",
                    nullable = true)
            @Nullable
            String wording) {}

    @Override
    public String toString() {
        return "ApplicationBody[…]";
    }
}
