package org.appel.applications.selection;

import jakarta.validation.constraints.NotBlank;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a document is. */
@Schema(name = "DocumentKindRequest")
record KindRequest(
        @Schema(required = true, examples = "\"cv\"") @NotBlank(message = "Name the kind") @Nullable
        String kind) {}
