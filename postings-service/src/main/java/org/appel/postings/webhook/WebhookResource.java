package org.appel.postings.webhook;

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
import org.appel.postings.storage.StoredWebhook;
import org.appel.service.Cursor;
import org.appel.service.Etags;
import org.appel.service.Roles;

/**
 * Where job boards want to be told of changes.
 *
 * @see <a href="https://www.standardwebhooks.com">Standard Webhooks</a>
 */
@Path("/webhooks")
@RolesAllowed({Roles.BOARD, Roles.ADMIN})
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
        name = "Webhooks",
        description = "Being told of changes, by Standard Webhooks: signed, repeated for days, never missed")
class WebhookResource {

    private final WebhookDesk desk;
    private final Destinations destinations;
    private final Paging paging;

    WebhookResource(WebhookDesk desk, Destinations destinations, Paging paging) {
        this.desk = desk;
        this.destinations = destinations;
        this.paging = paging;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Make a webhook",
            description =
                    "It is told of every change after `from`, or from now on, with a thin message: fetch the posting"
                            + " by its `url`, or read the changes. Messages may come twice and in another order: heed only a"
                            + " `seq` higher than the last one of the same posting. Answer 2xx within 20 s. A message is"
                            + " repeated for three days; the last failure, or 410, disables the webhook, and the message waits.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = WebhookBody.class),
                            examples = @ExampleObject(name = "Two kinds, one organisation", value = Examples.BODY)))
    @APIResponse(
            responseCode = "201",
            description = "Made; `secret` is shown this once, Location names the webhook",
            content =
                    @Content(
                            schema = @Schema(implementation = WebhookView.class),
                            examples = @ExampleObject(name = "With its secret", value = Examples.MADE)))
    @APIResponse(responseCode = "403", description = "The client is no registered board")
    @APIResponse(responseCode = "409", description = "The client has as many webhooks as it may")
    @APIResponse(responseCode = "410", description = "The change log does not reach as far as `from`")
    @APIResponse(responseCode = "422", description = "It cannot be so; errors names all")
    @APIResponse(responseCode = "503", description = "This installation has no key to keep secrets with")
    public Response make(WebhookBody body) {
        desk.requireMayMake();
        var made = desk.make(destinations.requireFit(body.toWanted()));
        return secret(
                Response.created(
                        URI.create("/webhooks/" + made.stored().webhook().id())),
                made);
    }

    @GET
    @Operation(summary = "Your webhooks", description = "Everybody's for an administrator; in the order of their ids.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            content = @Content(schema = @Schema(implementation = WebhookPage.class)))
    public Response list(@RestQuery @Nullable String limit, @RestQuery @Nullable String cursor, UriInfo uri) {
        int size = paging.size(limit);
        return paging.respond(
                uri,
                desk.list(after(cursor), size + 1),
                size,
                stored -> WebhookView.of(stored.webhook()),
                last -> Cursor.encode(last.webhook().id().toString()));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One webhook, without its secret")
    @APIResponse(
            responseCode = "200",
            description = "How it is",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "404", description = "There is none, or it is somebody else's")
    public Response get(UUID id) {
        return answer(Response.ok(), desk.get(id));
    }

    @GET
    @Path("/{id}/owner")
    @RolesAllowed(Roles.SERVICE)
    @Operation(summary = "Who answers for a webhook", description = "For the service that tells them.")
    @APIResponse(
            responseCode = "200",
            description = "Name and address",
            content = @Content(schema = @Schema(implementation = OwnerView.class)))
    @APIResponse(responseCode = "404", description = "There is none, or its board is registered no more")
    public OwnerView owner(UUID id) {
        return desk.owner(id);
    }

    @PUT
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Replace address and filters",
            description = "Its place in the log stays; `from` has no meaning.")
    @Parameter(
            name = HttpHeaders.IF_MATCH,
            in = ParameterIn.HEADER,
            required = true,
            description = Examples.IF_MATCH,
            schema = @Schema(type = SchemaType.STRING, examples = "\"2\""))
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = WebhookBody.class),
                            examples = @ExampleObject(name = "Two kinds, one organisation", value = Examples.BODY)))
    @APIResponse(
            responseCode = "200",
            description = "Replaced",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "404", description = "There is none, or it is somebody else's")
    @APIResponse(responseCode = "412", description = "It was changed meanwhile")
    @APIResponse(responseCode = "422", description = "It cannot be so; errors names all")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response replace(UUID id, HttpHeaders headers, WebhookBody body) {
        desk.get(id);
        return answer(
                Response.ok(),
                desk.replace(
                        id, revision -> Etags.require(headers, revision), destinations.requireFit(body.toWanted())));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Remove a webhook, and what is remembered of its messages")
    @Parameter(
            name = HttpHeaders.IF_MATCH,
            in = ParameterIn.HEADER,
            required = true,
            description = Examples.IF_MATCH,
            schema = @Schema(type = SchemaType.STRING, examples = "\"2\""))
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "404", description = "There is none, or it is somebody else's")
    @APIResponse(responseCode = "412", description = "It was changed meanwhile")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public void remove(UUID id, HttpHeaders headers) {
        desk.remove(id, revision -> Etags.require(headers, revision));
    }

    @POST
    @Path("/{id}/secret")
    @Operation(
            summary = "Replace the secret",
            description =
                    "Messages are signed with both for 24 hours; `webhook-signature` then has two signatures. If it is"
                            + " replaced again meanwhile, the one that signed first goes on beside the newest.")
    @APIResponse(
            responseCode = "200",
            description = "Replaced; `secret` is shown this once",
            content =
                    @Content(
                            schema = @Schema(implementation = WebhookView.class),
                            examples = @ExampleObject(name = "With its secret", value = Examples.MADE)))
    @APIResponse(responseCode = "404", description = "There is none, or it is somebody else's")
    public Response rotate(UUID id) {
        return secret(Response.ok(), desk.rotate(id));
    }

    @POST
    @Path("/{id}/activation")
    @Operation(
            summary = "Call a disabled webhook again",
            description = "What waits is sent at once, what happened meanwhile follows: nothing is missed.")
    @APIResponse(
            responseCode = "200",
            description = "It is active",
            content = @Content(schema = @Schema(implementation = WebhookView.class)))
    @APIResponse(responseCode = "404", description = "There is none, or it is somebody else's")
    public Response enable(UUID id) {
        return answer(Response.ok(), desk.enable(id));
    }

    /** The shape of a page of webhooks, for the API's description. */
    @Schema(name = "WebhookPage")
    record WebhookPage(List<WebhookView> items, @Nullable String next) {}

    private static Response answer(Response.ResponseBuilder response, StoredWebhook stored) {
        return response.entity(WebhookView.of(stored.webhook()))
                .tag(Etags.of(stored.revision()))
                .build();
    }

    private static Response secret(Response.ResponseBuilder response, WebhookDesk.WithSecret made) {
        return response.entity(WebhookView.of(made.stored().webhook(), made.secret()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
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
