package org.appel.postings.authoring;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.appel.postings.config.Paging;
import org.appel.postings.messaging.AdV1;
import org.appel.postings.model.PostingId;
import org.appel.postings.storage.PostingVersion;
import org.appel.service.Fault;
import org.appel.service.Roles;

/** What was changed from one version of a posting to another. */
@Path("/postings/{id}/versions/{version}/differences")
@RolesAllowed({Roles.HR, Roles.ADMIN})
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Hiring team")
class DifferencesResource {

    private final PostingQueries queries;
    private final ObjectMapper json;

    DifferencesResource(PostingQueries queries, ObjectMapper json) {
        this.queries = queries;
        this.json = json;
    }

    @GET
    @Operation(
            summary = "What a version says differently from another",
            description = "Paragraph by paragraph and item by item, and word by word within them.")
    @Parameter(
            name = "from",
            description = "Number of the version to compare with; the one before unless it is said",
            schema = @Schema(implementation = Integer.class, minimum = "1"))
    @APIResponse(
            responseCode = "200",
            description = "All differences, in the order of the notice's fields",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DifferencesView.class),
                            examples = @ExampleObject(name = "An amendment", value = Examples.DIFFERENCES)))
    @APIResponse(responseCode = "400", description = "The parameter is no number")
    @APIResponse(
            responseCode = "404",
            description =
                    "There is no such posting or version, or it is one of others; there is nothing before version 1")
    public DifferencesView differences(UUID id, int version, @RestQuery @Nullable String from) {
        var posting = new PostingId(id);
        var after = queries.version(posting, version);
        var before = queries.version(posting, number(from, version - 1));
        return new DifferencesView(id, before.version(), version, Differences.between(tree(before), tree(after)));
    }

    private JsonNode tree(PostingVersion version) {
        return json.valueToTree(AdV1.of(version.ad()));
    }

    private static int number(@Nullable String written, int usual) {
        try {
            return written == null ? usual : Integer.parseInt(written);
        } catch (NumberFormatException e) {
            throw Paging.invalid(List.of(new Fault("/from", "must be the number of a version")));
        }
    }
}
