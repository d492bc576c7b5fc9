package org.appel.applications.intake;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The form as the API describes it; nothing reads it. */
@Schema(name = "ApplicationForm")
record ApplicationForm(
        @Schema(required = true) ApplicationBody application,

        @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING, format = "binary")
        String cv,

        @JsonProperty("cover_letter")
        @Schema(type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING, format = "binary")
        String coverLetter,

        @Schema(description = "Any number, as of the other kinds that the form names.")
        List<String> other) {}
