package org.appel.applications.selection;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.applications.storage.Histories;

/** One thing that happened to an application. */
@Schema(name = "HistoryEntry")
record HistoryView(
        Instant at,

        @Schema(enumeration = {"received", "updated", "advanced", "withdrawn", "revived"})
        String what,

        @Nullable String previousStage,
        @Nullable String stage,

        @Schema(description = "Set if the candidate sent something.") @Nullable
        Integer revision,

        @Schema(description = "Who of HR did it; null if the candidate did.") @Nullable
        String by) {
    static HistoryView of(Histories.Entry entry) {
        return new HistoryView(
                entry.at(), entry.what(), entry.previousStage(), entry.stage(), entry.revision(), entry.by());
    }
}
