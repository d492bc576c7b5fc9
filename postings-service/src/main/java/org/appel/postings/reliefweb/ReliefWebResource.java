package org.appel.postings.reliefweb;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import org.appel.postings.model.PostingId;
import org.appel.postings.reliefweb.ReliefWebDesk.Standing;
import org.appel.postings.storage.ReliefWebListing;
import org.appel.service.Etags;
import org.appel.service.Roles;

/** A posting on ReliefWeb, for its hiring team. */
@Path("/postings/{id}/reliefweb")
@RolesAllowed({Roles.HR, Roles.ADMIN})
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "ReliefWeb", description = "Postings that their hiring teams want on ReliefWeb")
class ReliefWebResource {

    private static final String EXAMPLE = """
            {"careerCategory": 6867, "themes": [4600], "countries": [], "jobType": 263, "jobExperience": 258}""";

    private final ReliefWebDesk desk;

    ReliefWebResource(ReliefWebDesk desk) {
        this.desk = desk;
    }

    @GET
    @Operation(
            summary = "How far the posting is on ReliefWeb",
            description = "With the document as it would be sent, what is missing for it, and ReliefWeb's last answer;"
                    + " also for a posting that nobody has wanted there yet.")
    @APIResponse(
            responseCode = "200",
            description = "Its state",
            content = @Content(schema = @Schema(implementation = ReliefWebView.class)))
    @APIResponse(responseCode = "404", description = "There is none, or it is of others")
    public Response get(UUID id) {
        return answer(desk.read(new PostingId(id)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Put it on ReliefWeb",
            description = "It is sent as soon as it is open and nothing is missing, and whenever it changes; once it is"
                    + " closed or withdrawn it is closed there. The same again sends it again. What is there is"
                    + " replaced with If-Match only.")
    @Parameter(
            name = HttpHeaders.IF_MATCH,
            in = ParameterIn.HEADER,
            description = "The ETag as you have seen it",
            schema = @Schema(type = SchemaType.STRING, examples = "\"2\""))
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ReliefWebBody.class),
                            examples = @ExampleObject(name = "Programme management", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "Its state",
            content = @Content(schema = @Schema(implementation = ReliefWebView.class)))
    @APIResponse(responseCode = "404", description = "There is none, or it is of others")
    @APIResponse(responseCode = "412", description = "It was changed meanwhile")
    @APIResponse(responseCode = "422", description = "It cannot be so; errors names all")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response put(UUID id, HttpHeaders headers, ReliefWebBody body) {
        return answer(desk.list(new PostingId(id), body.toSettings(), version -> Etags.require(headers, version)));
    }

    @DELETE
    @Operation(summary = "Take it off", description = "On ReliefWeb it is closed. What is there needs If-Match.")
    @Parameter(
            name = HttpHeaders.IF_MATCH,
            in = ParameterIn.HEADER,
            description = "The ETag as you have seen it",
            schema = @Schema(type = SchemaType.STRING, examples = "\"2\""))
    @APIResponse(
            responseCode = "200",
            description = "Its state",
            content = @Content(schema = @Schema(implementation = ReliefWebView.class)))
    @APIResponse(responseCode = "404", description = "There is none, or it is of others")
    @APIResponse(responseCode = "412", description = "It was changed meanwhile")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response delete(UUID id, HttpHeaders headers) {
        return answer(desk.takeOff(new PostingId(id), version -> Etags.require(headers, version)));
    }

    private static Response answer(Standing standing) {
        return Response.ok(ReliefWebView.of(standing))
                .tag(Etags.of(standing.listing()
                        .map(ReliefWebListing::settingsVersion)
                        .orElse(0)))
                .build();
    }
}
