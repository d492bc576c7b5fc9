package org.appel.postings.authoring;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkiverse.resteasy.problem.HttpProblem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import org.appel.postings.storage.StoredPosting;
import org.appel.service.Etags;
import org.appel.service.Fault;
import org.appel.service.InvalidBody;

/**
 * What became of one line of an import.
 *
 * @param line 1 for the first
 * @param id of the posting; null for a line that was refused, and for what would be created
 * @param etag of the posting as it is now, as the header has it; null where the id is, and for what would be updated
 * @param problem why it was refused, as the type of a problem; null if it was not
 * @param errors everything that is wrong with it
 */
@Schema(name = "ImportLine", description = "What became of one line of an import")
@JsonInclude(JsonInclude.Include.ALWAYS)
record ImportLineView(
        int line,
        Status status,
        @Nullable UUID id,
        @Nullable String etag,
        @Nullable String problem,
        List<Fault> errors) {

    /** What became of it. */
    @Schema(
            name = "ImportStatus",
            enumeration = {"created", "updated", "unchanged", "refused"})
    enum Status {
        CREATED,
        UPDATED,
        UNCHANGED,
        REFUSED;

        @JsonValue
        String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static ImportLineView of(int line, Status status, StoredPosting stored) {
        var tag = "\"" + Etags.of(stored.revision()).getValue() + "\"";
        return new ImportLineView(line, status, stored.posting().id().value(), tag, null, List.of());
    }

    /** What would become of a line that was only checked. */
    static ImportLineView would(int line, Status status, @Nullable UUID id) {
        return new ImportLineView(line, status, id, null, null, List.of());
    }

    static ImportLineView refused(int line, String slug, List<Fault> errors) {
        return new ImportLineView(line, Status.REFUSED, null, null, "urn:appel:problem:" + slug, errors);
    }

    static ImportLineView refused(int line, InvalidBody invalid) {
        return refused(line, "invalid-body", invalid.faults());
    }

    static ImportLineView refused(int line, HttpProblem problem) {
        var errors = problem.getParameters().get("errors") instanceof List<?> list
                ? list.stream().map(Fault.class::cast).toList()
                : List.of(new Fault("", String.valueOf(problem.getDetail())));
        return new ImportLineView(line, Status.REFUSED, null, null, String.valueOf(problem.getType()), errors);
    }
}
