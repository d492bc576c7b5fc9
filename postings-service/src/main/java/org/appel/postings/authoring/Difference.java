package org.appel.postings.authoring;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One thing that two versions say differently.
 *
 * @param pointer RFC 6901 pointer into the later of the two; of something removed, into the earlier
 * @param from where it was in the earlier one; null if it was added
 * @param before null if it was added
 * @param after null if it was removed
 * @param words what was kept, removed and added in a text that was replaced, in order: kept and removed make up the text
 *     before, kept and added the text after; null for anything else, and for texts of many thousand words
 */
@Schema(name = "Difference", description = "One thing that two versions say differently")
@JsonInclude(JsonInclude.Include.ALWAYS)
record Difference(
        String pointer,
        @Nullable String from,
        Kind change,
        @Schema(implementation = Object.class) @Nullable JsonNode before,
        @Schema(implementation = Object.class) @Nullable JsonNode after,
        @Nullable List<Words> words) {

    /** What was done. */
    @Schema(
            name = "DifferenceKind",
            enumeration = {"added", "removed", "replaced", "moved"})
    enum Kind {
        ADDED,
        REMOVED,
        REPLACED,
        MOVED;

        @JsonValue
        String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Words that were kept, removed or added: one of the three. */
    @Schema(name = "DifferenceWords")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Words(
            @Nullable String kept,
            @Nullable String removed,
            @Nullable String added) {}

    static Difference added(String pointer, JsonNode after) {
        return new Difference(pointer, null, Kind.ADDED, null, after, null);
    }

    static Difference removed(String from, JsonNode before) {
        return new Difference(from, from, Kind.REMOVED, before, null, null);
    }

    static Difference moved(String from, String to, JsonNode value) {
        return new Difference(to, from, Kind.MOVED, value, value, null);
    }

    static Difference replaced(String from, String to, JsonNode before, JsonNode after) {
        return new Difference(to, from, Kind.REPLACED, before, after, WordDifference.of(before, after));
    }
}
