package org.appel.notification.delivery;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.appel.notification.model.NotificationId;
import org.appel.notification.model.NotificationRefused;
import org.appel.notification.model.Refusal;
import org.appel.notification.model.State;
import org.appel.service.Cursor;
import org.appel.service.Pages;
import org.appel.service.Roles;

/** Which mails are owed and what became of them. */
@Path("/notifications")
@RolesAllowed({Roles.HR, Roles.ADMIN, Roles.OPS})
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Notifications")
public class NotificationsResource {

    private final NotificationQueries queries;
    private final Redelivery redelivery;

    NotificationsResource(NotificationQueries queries, Redelivery redelivery) {
        this.queries = queries;
        this.redelivery = redelivery;
    }

    @GET
    @Operation(operationId = "listNotifications", summary = "Notifications, newest first")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = NotificationPage.class)))
    @APIResponse(responseCode = "400", description = "bad-cursor, or unknown-value: no such state")
    public Response list(@BeanParam Wanted wanted, @Context UriInfo uri) {
        int limit = wanted.limit();
        var found = queries.list(
                wanted.application,
                wanted.posting,
                wanted.message,
                wanted.webhook,
                wanted.state(),
                wanted.after(),
                limit + 1);
        var page = found.stream().limit(limit).map(NotificationView::of).toList();
        var next = found.size() > limit ? Cursor.encode(page.getLast().id().toString()) : null;
        return Pages.respond(uri, page, next);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getNotification", summary = "One notification")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = NotificationView.class)))
    @APIResponse(responseCode = "404", description = "unknown-notification")
    public NotificationView get(@PathParam("id") UUID id) {
        return NotificationView.of(queries.get(new NotificationId(id)));
    }

    @POST
    @Path("/{id}/redelivery")
    @Operation(
            operationId = "redeliverNotification",
            summary = "Send a mail again that was sent or has failed",
            description = "It keeps its Message-ID, so that a mailbox can tell it from a new one.")
    @APIResponse(
            responseCode = "202",
            description = "Queued",
            content = @Content(schema = @Schema(implementation = NotificationView.class)))
    @APIResponse(responseCode = "404", description = "unknown-notification")
    @APIResponse(responseCode = "409", description = "already-waiting, recipient-erased or not-owed")
    public Response redeliver(@PathParam("id") UUID id) {
        return Response.accepted(NotificationView.of(redelivery.again(new NotificationId(id))))
                .build();
    }

    /** The filters of the list. */
    public static class Wanted {

        @QueryParam("application")
        @Nullable
        UUID application;

        @QueryParam("posting")
        @Nullable
        UUID posting;

        @QueryParam("message")
        @Parameter(
                description = "The mail that came in and is answered, by the number the applications-service gave it")
        @Nullable
        UUID message;

        @QueryParam("webhook")
        @Parameter(description = "The webhook that is no longer called; for administrators and operators")
        @Nullable
        UUID webhook;

        @QueryParam("state")
        @Parameter(description = "waiting, sending, sent, failed or suppressed")
        @Nullable
        String state;

        @QueryParam("cursor")
        @Parameter(description = "From the page before")
        @Nullable
        String cursor;

        @QueryParam("limit")
        @DefaultValue("50")
        @Parameter(description = "How many, 1 to 200")
        int limit;

        @Nullable
        State state() {
            return state == null
                    ? null
                    : State.of(state)
                            .orElseThrow(() -> impossible("state", "waiting, sending, sent, failed, suppressed"));
        }

        int limit() {
            if (limit < 1 || limit > 200) {
                throw impossible("limit", "1 to 200");
            }
            return limit;
        }

        @Nullable
        UUID after() {
            try {
                return cursor == null
                        ? null
                        : UUID.fromString(Cursor.decode(cursor, 1).getFirst());
            } catch (IllegalArgumentException e) {
                throw Cursor.bad();
            }
        }

        private static NotificationRefused impossible(String parameter, String allowed) {
            return new NotificationRefused(new Refusal.UnknownValue(parameter, allowed));
        }
    }

    /** The shape of a page, for the API document. */
    @Schema(name = "NotificationPage")
    record NotificationPage(
            List<NotificationView> items, @Nullable String next) {}
}
