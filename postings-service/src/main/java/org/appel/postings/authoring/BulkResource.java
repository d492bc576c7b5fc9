package org.appel.postings.authoring;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.appel.postings.config.Paging;
import org.appel.postings.config.PostingsConfig;
import org.appel.postings.messaging.AdV1;
import org.appel.postings.model.Coded;
import org.appel.postings.model.Posting;
import org.appel.postings.model.PostingState;
import org.appel.service.Fault;
import org.appel.service.Roles;
import org.appel.service.WholeAnswer;

/** Many postings at once, each as one line of JSON. */
@jakarta.ws.rs.Path("/postings")
@RolesAllowed({Roles.HR, Roles.ADMIN})
@RunOnVirtualThread
@Tag(name = "Hiring team")
class BulkResource {

    static final String JSON_LINES = "application/jsonl";
    private static final String ND_JSON = "application/x-ndjson";

    private final ImportPostings imports;
    private final ExportPostings exports;
    private final ObjectMapper json;
    private final Optional<Path> directory;

    BulkResource(ImportPostings imports, ExportPostings exports, ObjectMapper json, PostingsConfig config) {
        this.imports = imports;
        this.exports = exports;
        this.json = json;
        directory = config.bulk().directory();
    }

    /** A posting as a line of an export. */
    @Schema(name = "ExportLine")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ExportLine(UUID id, String state, @JsonUnwrapped AdV1 ad) {
        static ExportLine of(Posting posting) {
            return new ExportLine(posting.id().value(), posting.state().code(), AdV1.of(posting.ad()));
        }
    }

    @POST
    @jakarta.ws.rs.Path("/import")
    @Consumes({JSON_LINES, ND_JSON})
    @Produces(JSON_LINES)
    @Operation(
            summary = "Take in many notices as drafts",
            description =
                    "Each line is a notice as for POST /postings; each is answered by a line, in a transaction of its"
                            + " own, and a bad one never stops the others. Sent again, nothing is made twice: a notice is known by"
                            + " its reference, and one without by what it says. The answer begins when all of the body is there.")
    @Parameter(
            name = "mode",
            description = "create, as without it: a reference that is taken by a posting that says something else is"
                    + " refused. upsert: it rewrites a draft, which takes the draft's approval away.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"create", "upsert"},
                            defaultValue = "create"))
    @Parameter(
            name = "dryRun",
            description = "true: everything is checked and nothing is written",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @RequestBody(
            content =
                    @Content(
                            mediaType = JSON_LINES,
                            schema = @Schema(implementation = AdBody.class),
                            examples = @ExampleObject(name = "Two notices", value = Examples.IMPORT)))
    @APIResponse(
            responseCode = "200",
            description = "A line for each line that is not empty; each says what became of it",
            content =
                    @Content(
                            mediaType = JSON_LINES,
                            schema = @Schema(implementation = ImportLineView.class),
                            examples = @ExampleObject(name = "One taken, one not", value = Examples.IMPORTED)))
    @APIResponse(responseCode = "400", description = "A parameter cannot be understood; errors names all")
    @APIResponse(responseCode = "413", description = "It is larger than the installation takes: send it in parts")
    @APIResponse(responseCode = "415", description = "The body is not said to be JSON lines")
    public Response take(@RestQuery @Nullable String mode, @RestQuery @Nullable String dryRun, InputStream body) {
        var manner = manner(mode, dryRun);
        var lines = kept(body);
        return Response.ok(WholeAnswer.of(answer -> answer(lines, manner, answer)), JSON_LINES)
                .build();
    }

    @GET
    @jakarta.ws.rs.Path("/export")
    @Produces(JSON_LINES)
    @Operation(
            summary = "All postings of an organisation",
            description =
                    "One line each, in the order in which they were made; an import takes them as they are. What is"
                            + " written meanwhile may be there or not.")
    @Parameter(
            name = "organisation",
            required = true,
            description = "Whose",
            schema = @Schema(type = SchemaType.STRING, examples = "omct"))
    @Parameter(
            name = "state",
            description = "Only those in this state",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"draft", "open", "closed", "withdrawn"}))
    @APIResponse(
            responseCode = "200",
            description = "A line for each",
            content = @Content(mediaType = JSON_LINES, schema = @Schema(implementation = ExportLine.class)))
    @APIResponse(responseCode = "400", description = "A parameter cannot be understood; errors names all")
    @APIResponse(responseCode = "404", description = "There is no such organisation, or you do not work for it")
    public Response give(@RestQuery @Nullable String organisation, @RestQuery @Nullable String state) {
        var wanted = wanted(organisation, state);
        exports.require(wanted.organisation());
        return Response.ok(WholeAnswer.of(answer -> write(wanted, answer)), JSON_LINES)
                .build();
    }

    /**
     * The whole body, on disk: a client that sends everything before it reads anything would otherwise wait for us while
     * we wait for it, and one that breaks off has changed nothing.
     */
    private KeptBody kept(InputStream body) {
        try {
            return KeptBody.of(body, directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(KeptBody kept, ImportPostings.Manner manner, OutputStream answer) throws IOException {
        try (kept) {
            imports.handle(kept.read(), manner, line -> line(line, answer));
        }
    }

    private void write(ExportPostings.Wanted wanted, OutputStream answer) {
        exports.handle(wanted, posting -> line(ExportLine.of(posting), answer));
    }

    private void line(Object line, OutputStream answer) {
        try {
            answer.write(json.writeValueAsBytes(line));
            answer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ImportPostings.Manner manner(@Nullable String mode, @Nullable String dryRun) {
        var faults = new ArrayList<Fault>();
        if (mode != null && !List.of("create", "upsert").contains(mode)) {
            faults.add(new Fault("/mode", "must be create or upsert"));
        }
        if (dryRun != null && !List.of("true", "false").contains(dryRun)) {
            faults.add(new Fault("/dryRun", "must be true or false"));
        }
        if (!faults.isEmpty()) {
            throw Paging.invalid(faults);
        }
        return new ImportPostings.Manner("upsert".equals(mode), "true".equals(dryRun));
    }

    private static ExportPostings.Wanted wanted(@Nullable String organisation, @Nullable String state) {
        var faults = new ArrayList<Fault>();
        if (organisation == null || organisation.isBlank()) {
            faults.add(new Fault("/organisation", "is missing: whose postings"));
        }
        PostingState only = null;
        try {
            only = state == null ? null : Coded.of(PostingState.class, state);
        } catch (IllegalArgumentException e) {
            faults.add(new Fault("/state", "must be draft, open, closed or withdrawn"));
        }
        if (!faults.isEmpty()) {
            throw Paging.invalid(faults);
        }
        return new ExportPostings.Wanted(String.valueOf(organisation), only);
    }
}
