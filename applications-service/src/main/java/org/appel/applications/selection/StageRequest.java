package org.appel.applications.selection;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where an application is to go. */
@Schema(name = "StageRequest")
record StageRequest(
        @Schema(
                required = true,
                examples = "\"longlisted\"",
                enumeration = {
                    "received",
                    "longlisted",
                    "written-test",
                    "panel-interview",
                    "offered",
                    "hired",
                    "rejected"
                })
        @NotNull(message = NAMES)
        @Pattern(regexp = "received|longlisted|written-test|panel-interview|offered|hired|rejected", message = NAMES)
        @Nullable
        String stage) {
    private static final String NAMES =
            "Name one of received, longlisted, written-test, panel-interview, offered, hired, rejected";
}
