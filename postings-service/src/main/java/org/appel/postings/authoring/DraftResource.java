package org.appel.postings.authoring;

import java.net.URI;
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
import org.appel.postings.model.PostingId;
import org.appel.postings.storage.StoredPosting;
import org.appel.service.Cursor;
import org.appel.service.Etags;
import org.appel.service.Roles;

/** What the hiring team is still writing. */
@Path("/drafts")
@RolesAllowed({Roles.HR, Roles.ADMIN})
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Hiring team")
class DraftResource {

    private final PostingQueries queries;
    private final DraftFromNotice notices;
    private final Paging paging;

    DraftResource(PostingQueries queries, DraftFromNotice notices, Paging paging) {
        this.queries = queries;
        this.notices = notices;
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

    @POST
    @Path("/from-notice")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Write a draft from a notice in prose",
            description = "Reads a notice in French or English as it was published: title, sections, workload, places,"
                    + " contract, grade, start, pay, languages, experience, deadline, how to apply, selection. What the notice"
                    + " does not say is left out; what it says in two ways, or might mean otherwise, is left to you in"
                    + " `doubts`, each with the notice's words. `gaps` is what a publication would name. Look the draft"
                    + " through, and bring it up to date with PUT /postings/{id}.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = NoticeBody.class),
                            examples = @ExampleObject(name = "OMCT 2026", value = Examples.NOTICE)))
    @APIResponse(
            responseCode = "201",
            description = "Kept as a draft; Location names it, ETag its revision",
            content = @Content(schema = @Schema(implementation = ReadNoticeView.class)))
    @APIResponse(responseCode = "409", description = "Another posting of the organisation has this reference")
    @APIResponse(
            responseCode = "422",
            description =
                    "The request has not the right form, or the notice is more than a posting may hold; errors names all")
    public Response fromNotice(NoticeBody notice) {
        var made = notices.handle(notice);
        var draft = made.stored().posting();
        return Response.created(URI.create("/postings/" + draft.id()))
                .entity(ReadNoticeView.of(draft, made.read(), made.at()))
                .tag(Etags.of(made.stored().revision()))
                .build();
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
