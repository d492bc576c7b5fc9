package org.appel.applications.mailbox;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.appel.applications.model.MessageId;
import org.appel.applications.model.Outcome;
import org.appel.service.Cursor;
import org.appel.service.Pages;
import org.appel.service.Problem;
import org.appel.service.Roles;

/** Every mail that was judged, and what became of its answer. */
@Path("/mailbox/messages")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class MessageResource {
    private static final int LARGEST_PAGE = 200;

    private final Correspondence correspondence;

    MessageResource(Correspondence correspondence) {
        this.correspondence = correspondence;
    }

    @GET
    @RolesAllowed({Roles.HR, Roles.OPS, Roles.ADMIN})
    @Tag(name = "Mailbox")
    @Operation(
            summary = "List mails and their answers",
            description = "Those that were judged last first, 1 to 200 a page. Nothing in it names a person.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = JudgedMailPage.class)))
    @APIResponse(responseCode = "400", description = "bad-cursor, unknown-outcome")
    public Response list(
            @RestQuery @Nullable String mailbox,
            @RestQuery @Nullable String outcome,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") int limit,
            UriInfo uri) {
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        var found =
                correspondence.list(mailbox, outcome == null ? null : outcome(outcome), Positions.of(cursor), size + 1);
        var page = found.subList(0, Math.min(size, found.size()));
        return Pages.respond(
                uri,
                page.stream().map(MessageView::of).toList(),
                found.size() > size ? Cursor.encode(page.getLast().id().toString()) : null);
    }

    @GET
    @Path("/{id}/recipient")
    @RolesAllowed(Roles.SERVICE)
    @Tag(name = "Services", description = "For Appel's own services.")
    @Operation(summary = "Whom to write to about a mail that became no application")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = SenderView.class)))
    @APIResponse(responseCode = "404", description = "unknown-message")
    @APIResponse(responseCode = "410", description = "message-forgotten")
    public Response recipient(@RestPath UUID id) {
        return Response.ok(correspondence.sender(new MessageId(id)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Outcome outcome(String code) {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.of(400, "unknown-outcome", "There is no outcome of that name"));
    }

    /** For the API's description. */
    @Schema(name = "JudgedMailPage")
    record JudgedMailPage(List<MessageView> items, @Nullable String next) {}
}
