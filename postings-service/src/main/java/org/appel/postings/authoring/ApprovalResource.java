package org.appel.postings.authoring;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import org.appel.postings.model.PostingId;
import org.appel.service.Roles;

/** That a second person finds a draft fit to be published. */
@Path("/postings/{id}/approval")
@RolesAllowed({Roles.HR, Roles.ADMIN})
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Hiring team")
class ApprovalResource {

    private static final String OWN = """
            {
              "type": "urn:appel:problem:own-writing", "title": "Own writing", "status": 403,
              "detail": "You wrote in posting 0197edea-a3b8-767c-9c11-386ef552ddd0 since it was approved last, if \
            ever: somebody else of the organisation approves it"
            }""";

    private final DraftCommands commands;

    ApprovalResource(DraftCommands commands) {
        this.commands = commands;
    }

    @PUT
    @Operation(
            summary = "Approve a draft as it is",
            description =
                    "By somebody of the organisation who wrote nothing in it since it was approved last; If-Match says"
                            + " which revision was read. Whoever rewrites the draft takes the approval away.")
    @Parameter(
            name = HttpHeaders.IF_MATCH,
            in = ParameterIn.HEADER,
            required = true,
            description = Examples.IF_MATCH,
            schema = @Schema(type = SchemaType.STRING, examples = "\"2\""))
    @APIResponse(
            responseCode = "200",
            description = "As it is now, with its new ETag",
            content = @Content(schema = @Schema(implementation = DraftView.class)))
    @APIResponse(
            responseCode = "403",
            description = "You wrote in it yourself",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples = @ExampleObject(name = "Own writing", value = OWN)))
    @APIResponse(responseCode = "404", description = "There is none, or it is one of others")
    @APIResponse(responseCode = "409", description = "It is no draft, or nobody knows who wrote it: save it again")
    @APIResponse(responseCode = "410", description = "It was withdrawn")
    @APIResponse(responseCode = "412", description = "It was changed meanwhile")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response approve(UUID id, HttpHeaders headers) {
        return PostingResource.entity(Response.ok(), commands.approve(new PostingId(id), new IfMatch(headers)));
    }

    @DELETE
    @Operation(summary = "Take the approval of a draft back", description = "Whoever of the organisation gave it.")
    @Parameter(
            name = HttpHeaders.IF_MATCH,
            in = ParameterIn.HEADER,
            required = true,
            description = Examples.IF_MATCH,
            schema = @Schema(type = SchemaType.STRING, examples = "\"2\""))
    @APIResponse(
            responseCode = "200",
            description = "As it is now, with its new ETag",
            content = @Content(schema = @Schema(implementation = DraftView.class)))
    @APIResponse(responseCode = "404", description = "There is none, or it is one of others")
    @APIResponse(responseCode = "409", description = "It is no draft")
    @APIResponse(responseCode = "410", description = "It was withdrawn")
    @APIResponse(responseCode = "412", description = "It was changed meanwhile")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response disapprove(UUID id, HttpHeaders headers) {
        return PostingResource.entity(Response.ok(), commands.disapprove(new PostingId(id), new IfMatch(headers)));
    }
}
