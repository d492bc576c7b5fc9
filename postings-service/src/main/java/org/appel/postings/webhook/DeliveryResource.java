package org.appel.postings.webhook;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.appel.postings.config.Paging;
import org.appel.postings.storage.LoggedDelivery;
import org.appel.service.Cursor;
import org.appel.service.Roles;

/** The messages to a webhook: what came of them, and how to get them again. */
@Path("/webhooks/{id}")
@RolesAllowed({Roles.BOARD, Roles.ADMIN})
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Webhooks")
class DeliveryResource {

    private final DeliveryDesk desk;
    private final Paging paging;

    DeliveryResource(DeliveryDesk desk, Paging paging) {
        this.desk = desk;
        this.paging = paging;
    }

    @GET
    @Path("/deliveries")
    @Operation(
            summary = "Messages and what came of them, newest first",
            description = "Those that have ended are remembered for 30 days.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            content = @Content(schema = @Schema(implementation = DeliveryPage.class)))
    @APIResponse(responseCode = "404", description = "There is no such webhook, or it is somebody else's")
    public Response deliveries(
            UUID id, @RestQuery @Nullable String limit, @RestQuery @Nullable String cursor, UriInfo uri) {
        int size = paging.size(limit);
        var position = Position.of(cursor);
        return paging.respond(
                uri,
                desk.list(id, position.before(), position.beforeId(), size + 1),
                size,
                DeliveryView::of,
                DeliveryResource::cursorAfter);
    }

    @POST
    @Path("/test")
    @Operation(summary = "Send a message of type webhook.test")
    @APIResponse(
            responseCode = "202",
            description = "It is on its way; /deliveries tells what came of it",
            content = @Content(schema = @Schema(implementation = Sent.class)))
    @APIResponse(responseCode = "404", description = "There is no such webhook, or it is somebody else's")
    public Response test(UUID id) {
        return Response.accepted(new Sent(desk.test(id))).build();
    }

    @POST
    @Path("/deliveries/{delivery}/redelivery")
    @Operation(summary = "Send one message again, with its webhook-id")
    @APIResponse(
            responseCode = "202",
            description = "It is on its way",
            content = @Content(schema = @Schema(implementation = Sent.class)))
    @APIResponse(responseCode = "404", description = "There is no such message or webhook")
    public Response again(UUID id, UUID delivery) {
        desk.again(id, delivery);
        return Response.accepted(new Sent(delivery)).build();
    }

    @POST
    @Path("/redelivery")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Tell a part of the change log again",
            description = "By time or by entries; also what was told so long ago that it is not remembered.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RedeliveryBody.class),
                            examples = @ExampleObject(name = "A day", value = Examples.REDELIVERY)))
    @APIResponse(
            responseCode = "202",
            description = "They are on their way",
            content = @Content(schema = @Schema(implementation = Count.class)))
    @APIResponse(responseCode = "404", description = "There is no such webhook, or it is somebody else's")
    @APIResponse(
            responseCode = "422",
            description = "It has no beginning, or is of more than 10,000 messages: ask for less at once")
    public Response againAll(UUID id, RedeliveryBody body) {
        return Response.accepted(new Count(desk.again(id, body.toRedelivery()))).build();
    }

    /** Which message is on its way. */
    @Schema(name = "WebhookSent")
    record Sent(UUID delivery) {}

    /** How many messages are on their way. */
    @Schema(name = "WebhookSentCount")
    record Count(int deliveries) {}

    /** The shape of a page of messages, for the API's description. */
    @Schema(name = "WebhookDeliveryPage")
    record DeliveryPage(List<DeliveryView> items, @Nullable String next) {}

    private static String cursorAfter(LoggedDelivery last) {
        return Cursor.encode(last.createdAt().toString(), last.id().toString());
    }

    /** Where a page begins; nulls for the first one. */
    private record Position(
            @Nullable Instant before, @Nullable UUID beforeId) {

        static Position of(@Nullable String cursor) {
            if (cursor == null) {
                return new Position(null, null);
            }
            var parts = Cursor.decode(cursor, 2);
            try {
                return new Position(Instant.parse(parts.getFirst()), UUID.fromString(parts.getLast()));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw Cursor.bad();
            }
        }
    }
}
