package org.appel.applications.access;

import java.util.UUID;

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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.appel.applications.model.ApplicationId;
import org.appel.service.Roles;

/** Who looked at an application. */
@Path("/applications")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Roles.HR, Roles.ADMIN})
@Tag(name = "Access log")
public class ApplicationAccessResource {
    private final AccessBook book;

    ApplicationAccessResource(AccessBook book) {
        this.book = book;
    }

    @GET
    @Path("/{id}/accesses")
    @Operation(
            summary = "Who looked at an application",
            description = "The newest first, 1 to 200 a page; also of one that was erased.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = AccessPages.AccessPage.class)))
    @APIResponse(responseCode = "400", description = "bad-cursor")
    @APIResponse(responseCode = "404", description = "unknown-application")
    public Response list(
            @RestPath UUID id,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") int limit,
            UriInfo uri) {
        var span = Span.of(null, null, cursor);
        return AccessPages.respond(uri, limit, number -> book.of(new ApplicationId(id), span, number));
    }
}
