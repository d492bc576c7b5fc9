package org.appel.applications.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.appel.service.Roles;

/** What somebody looked at. */
@Path("/accesses")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Roles.HR, Roles.ADMIN})
@Tag(
        name = "Access log",
        description = "Who looked at which file, when and what for. For HR, within their organisations.")
public class AccessResource {
    private final AccessBook book;

    AccessResource(AccessBook book) {
        this.book = book;
    }

    @GET
    @Operation(summary = "List accesses", description = "The newest first, 1 to 200 a page.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = AccessPages.AccessPage.class)))
    @APIResponse(responseCode = "400", description = "bad-cursor, bad-time")
    public Response list(
            @Parameter(description = "Who looked, as their token names them.") @RestQuery @Nullable String by,
            @Parameter(description = "An instant; not before.") @RestQuery @Nullable String from,
            @Parameter(description = "An instant; before.") @RestQuery @Nullable String to,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") int limit,
            UriInfo uri) {
        var span = Span.of(from, to, cursor);
        return AccessPages.respond(uri, limit, number -> book.by(by, span, number));
    }
}
