package org.appel.postings.jobboard;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.appel.postings.config.Paging;
import org.appel.postings.config.PostingsConfig;
import org.appel.postings.storage.StoredJobBoard;
import org.appel.service.Cursor;
import org.appel.service.Etags;
import org.appel.service.Roles;

/** Job boards that are registered by name. */
@Path("/boards")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Job boards", description = "Who reads with a token of its own: its quota, and who answers for it")
class JobBoardResource {

    private static final String EXAMPLE = """
            {"client": "reliefweb", "name": "ReliefWeb", "ownerEmail": "jobs@reliefweb.example", "requestsPerMinute": 600}""";
    private static final String IF_MATCH = "The ETag of the board as you have seen it";

    private final JobBoardRegister register;
    private final Paging paging;
    private final PostingsConfig.Boards config;

    JobBoardResource(JobBoardRegister register, Paging paging, PostingsConfig config) {
        this.register = register;
        this.paging = paging;
        this.config = config.boards();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Register a job board")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = JobBoardBody.class),
                            examples = @ExampleObject(name = "ReliefWeb", value = EXAMPLE)))
    @APIResponse(
            responseCode = "201",
            description = "Registered; Location names it",
            content = @Content(schema = @Schema(implementation = JobBoardView.class)))
    @APIResponse(responseCode = "409", description = "Another board has this client")
    @APIResponse(responseCode = "422", description = "It cannot be so; errors names all")
    public Response register(JobBoardBody body) {
        var stored = register.add(body);
        return answer(Response.created(URI.create("/boards/" + stored.board().id())), stored);
    }

    @GET
    @Operation(summary = "All registered job boards, in the order of their ids")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            content = @Content(schema = @Schema(implementation = JobBoardPage.class)))
    public Response list(@RestQuery @Nullable String limit, @RestQuery @Nullable String cursor, UriInfo uri) {
        int size = paging.size(limit);
        return paging.respond(
                uri,
                register.list(after(cursor), size + 1),
                size,
                stored -> JobBoardView.of(stored.board(), config.requestsPerMinute()),
                last -> Cursor.encode(last.board().id().toString()));
    }

    @GET
    @Path("/me")
    @RolesAllowed(Roles.BOARD)
    @Operation(summary = "What is known of the board that asks")
    @APIResponse(
            responseCode = "200",
            description = "Name, owner and quota",
            content = @Content(schema = @Schema(implementation = JobBoardView.class)))
    @APIResponse(responseCode = "403", description = "The client is no registered board")
    public Response me() {
        return answer(Response.ok(), register.ofCaller());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One job board")
    @APIResponse(
            responseCode = "200",
            description = "Name, owner and quota",
            content = @Content(schema = @Schema(implementation = JobBoardView.class)))
    @APIResponse(responseCode = "404", description = "There is none")
    public Response get(UUID id) {
        return answer(Response.ok(), register.get(id));
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Replace what is known of a job board", description = "A new quota holds within seconds.")
    @Parameter(
            name = HttpHeaders.IF_MATCH,
            in = ParameterIn.HEADER,
            required = true,
            description = IF_MATCH,
            schema = @Schema(type = SchemaType.STRING, examples = "\"2\""))
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = JobBoardBody.class),
                            examples = @ExampleObject(name = "ReliefWeb", value = EXAMPLE)))
    @APIResponse(
            responseCode = "200",
            description = "Replaced",
            content = @Content(schema = @Schema(implementation = JobBoardView.class)))
    @APIResponse(responseCode = "404", description = "There is none")
    @APIResponse(responseCode = "409", description = "Another board has this client")
    @APIResponse(responseCode = "412", description = "It was changed meanwhile")
    @APIResponse(responseCode = "422", description = "It cannot be so; errors names all")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response replace(UUID id, HttpHeaders headers, JobBoardBody body) {
        return answer(Response.ok(), register.replace(id, revision -> Etags.require(headers, revision), body));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Forget a job board", description = "Its tokens then have the usual quota.")
    @Parameter(
            name = HttpHeaders.IF_MATCH,
            in = ParameterIn.HEADER,
            required = true,
            description = IF_MATCH,
            schema = @Schema(type = SchemaType.STRING, examples = "\"2\""))
    @APIResponse(responseCode = "204", description = "Forgotten")
    @APIResponse(responseCode = "404", description = "There is none")
    @APIResponse(responseCode = "412", description = "It was changed meanwhile")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public void remove(UUID id, HttpHeaders headers) {
        register.remove(id, revision -> Etags.require(headers, revision));
    }

    /** The shape of a page of boards, for the API's description. */
    @Schema(name = "JobBoardPage")
    record JobBoardPage(List<JobBoardView> items, @Nullable String next) {}

    private Response answer(Response.ResponseBuilder response, StoredJobBoard stored) {
        return response.entity(JobBoardView.of(stored.board(), config.requestsPerMinute()))
                .tag(Etags.of(stored.revision()))
                .build();
    }

    private static UUID after(@Nullable String cursor) {
        try {
            return cursor == null
                    ? new UUID(0, 0)
                    : UUID.fromString(Cursor.decode(cursor, 1).getFirst());
        } catch (IllegalArgumentException e) {
            throw Cursor.bad();
        }
    }
}
