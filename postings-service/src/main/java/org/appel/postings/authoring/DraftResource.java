package org.appel.postings.authoring;

import java.util.List;
import java.util.UUID;

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
import org.appel.postings.model.PostingId;
import org.appel.postings.storage.StoredPosting;
import org.appel.service.Cursor;
import org.appel.service.Roles;

/** What the hiring team is still writing. */
@Path("/drafts")
@RolesAllowed({Roles.HR, Roles.ADMIN})
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Hiring team")
class DraftResource {

    private final PostingQueries queries;
    private final Paging paging;

    DraftResource(PostingQueries queries, Paging paging) {
        this.queries = queries;
        this.paging = paging;
    }

    @GET
    @Operation(
            summary = "The drafts of the organisations that you work for, newest first",
            description = "Pages of `limit` items (1 to 100); `next` and the Link header lead to the next page.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            content = @Content(schema = @Schema(implementation = DraftPage.class)))
    public Response drafts(@RestQuery @Nullable String limit, @RestQuery @Nullable String cursor, UriInfo uri) {
        int size = paging.size(limit);
        var found = queries.drafts(position(cursor), size + 1);
        return paging.respond(uri, found, size, stored -> DraftView.of(stored.posting()), DraftResource::cursorAfter);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One draft, with who wrote and approved it, and when it is to be published")
    @APIResponse(
            responseCode = "200",
            description = "The draft; ETag names its revision",
            content = @Content(schema = @Schema(implementation = DraftView.class)))
    @APIResponse(responseCode = "404", description = "There is none, it is one of others, or it was published")
    public Response draft(UUID id) {
        return PostingResource.entity(Response.ok(), queries.draft(new PostingId(id)));
    }

    /** The shape of a page of drafts, for the API's description. */
    @Schema(name = "DraftPage")
    record DraftPage(List<DraftView> items, @Nullable String next) {}

    private static String cursorAfter(StoredPosting last) {
        return Cursor.encode(last.posting().id().toString());
    }

    private static @Nullable UUID position(@Nullable String cursor) {
        try {
            return cursor == null
                    ? null
                    : UUID.fromString(Cursor.decode(cursor, 1).getFirst());
        } catch (IllegalArgumentException e) {
            throw Cursor.bad();
        }
    }
}
