package org.appel.postings.feed;

import java.util.List;
import java.util.function.Function;

import jakarta.annotation.security.RolesAllowed;
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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.appel.postings.config.Paging;
import org.appel.service.Roles;

/** What the boards' feeds leave out, and why. */
@Path("/feeds")
@RolesAllowed({Roles.HR, Roles.ADMIN, Roles.BOARD})
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Feeds")
class OmissionResource {

    private final Omissions omissions;
    private final Paging paging;

    OmissionResource(Omissions omissions, Paging paging) {
        this.omissions = omissions;
        this.paging = paging;
    }

    @GET
    @Path("/indeed/omissions")
    @Operation(
            summary = "What the feed for Indeed leaves out, and why",
            description = "HR sees the postings of its organisations, a board all.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            content = @Content(schema = @Schema(implementation = OmissionPage.class)))
    public Response indeed(@RestQuery @Nullable String limit, @RestQuery @Nullable String cursor, UriInfo uri) {
        return page(IndeedFeed::omissions, limit, cursor, uri);
    }

    @GET
    @Path("/linkedin/omissions")
    @Operation(
            summary = "What the feed for LinkedIn leaves out, and why",
            description = "HR sees the postings of its organisations, a board all.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            content = @Content(schema = @Schema(implementation = OmissionPage.class)))
    public Response linkedin(@RestQuery @Nullable String limit, @RestQuery @Nullable String cursor, UriInfo uri) {
        return page(LinkedInFeed::omissions, limit, cursor, uri);
    }

    private Response page(
            Function<FeedEntry, List<Omission>> rule, @Nullable String limit, @Nullable String cursor, UriInfo uri) {
        int size = paging.size(limit);
        var found = omissions.list(rule, FeedParameters.position(cursor), size + 1);
        return paging.respond(
                uri,
                found,
                size,
                each -> OmissionView.of(each.entry(), each.omissions()),
                last -> FeedParameters.cursorAfter(last.entry().position()));
    }

    /** The shape of a page of omissions, for the API's description. */
    @Schema(name = "OmissionPage")
    record OmissionPage(List<OmissionView> items, @Nullable String next) {}
}
