package org.appel.postings.authoring;

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

import org.appel.postings.model.PostingId;
import org.appel.postings.storage.StoredPosting;
import org.appel.service.Etags;
import org.appel.service.Page;
import org.appel.service.Roles;

/** The hiring team's side of {@code /postings}. Each write but the first needs {@code If-Match}. */
@Path("/postings")
@RolesAllowed({Roles.HR, Roles.ADMIN})
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Hiring team", description = "Writing, publishing, amending and withdrawing postings")
class PostingResource {

    private static final String PROBLEM = "application/problem+json";

    private final PostingCommands commands;
    private final DraftCommands drafts;
    private final PostingQueries queries;
    private final OptionalBody bodies;

    PostingResource(PostingCommands commands, DraftCommands drafts, PostingQueries queries, OptionalBody bodies) {
        this.commands = commands;
        this.drafts = drafts;
        this.queries = queries;
        this.bodies = bodies;
    }

    @POST
    @Operation(summary = "Write a draft", description = "Whatever is missing is named when it is to be published.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = AdBody.class),
                            examples = @ExampleObject(name = "OMCT 2025", value = Examples.AD)))
    @APIResponse(
            responseCode = "201",
            description = "Kept as a draft; Location names it, ETag its revision",
            content = @Content(schema = @Schema(implementation = DraftView.class)))
    @APIResponse(responseCode = "409", description = "Another posting of the organisation has this reference")
    @APIResponse(responseCode = "422", description = "What is there has not the right form; errors names all")
    public Response draft(AdBody ad) {
        var stored = commands.draft(ad.toAd());
        return entity(
                Response.created(URI.create("/postings/" + stored.posting().id())), stored);
    }

    @PUT
    @Path("/{id}")
    @Operation(
            summary = "Rewrite a draft or amend an open posting",
            description = "An amendment is checked as a publication is, makes a new version, and leaves the deadline."
                    + " Rewriting a draft takes its approval away and leaves its schedule.")
    @Parameter(name = "confirm", in = ParameterIn.QUERY, description = Examples.CONFIRM)
    @Parameter(
            name = HttpHeaders.IF_MATCH,
            in = ParameterIn.HEADER,
            required = true,
            description = Examples.IF_MATCH,
            schema = @Schema(type = SchemaType.STRING, examples = "\"2\""))
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = AdBody.class),
                            examples = @ExampleObject(name = "OMCT 2025", value = Examples.AD)))
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = DraftView.class)))
    @APIResponse(responseCode = "404", description = "There is none, or it is one of others")
    @APIResponse(responseCode = "409", description = "It is closed, or another posting has this reference")
    @APIResponse(responseCode = "410", description = "It was withdrawn")
    @APIResponse(responseCode = "412", description = "It was changed meanwhile")
    @APIResponse(responseCode = "422", description = "It cannot say this; errors names all")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response rewrite(UUID id, HttpHeaders headers, @RestQuery List<String> confirm, AdBody ad) {
        return entity(Response.ok(), commands.rewrite(new PostingId(id), new IfMatch(headers), ad.toAd(), confirm));
    }

    @PUT
    @Path("/{id}/publication")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Publish a draft, at once or at a moment to come",
            description =
                    "Names everything that is missing or contradictory at once. May be asked again. With a moment it"
                            + " is checked as it would be then, and stays a draft with `scheduledFor`; what keeps it from being"
                            + " published at that moment after all stands in `scheduleProblem`, and it is tried again when the"
                            + " draft changes.")
    @Parameter(name = "confirm", in = ParameterIn.QUERY, description = Examples.CONFIRM)
    @RequestBody(
            description = "May be left out: then it is published at once",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PublishRequest.class),
                            examples = @ExampleObject(name = "At nine", value = Examples.SCHEDULE)))
    @Parameter(
            name = HttpHeaders.IF_MATCH,
            in = ParameterIn.HEADER,
            required = true,
            description = Examples.IF_MATCH,
            schema = @Schema(type = SchemaType.STRING, examples = "\"2\""))
    @APIResponse(
            responseCode = "200",
            description = "It is open, or planned",
            content = @Content(schema = @Schema(implementation = DraftView.class)))
    @APIResponse(
            responseCode = "422",
            description = "It cannot be published as it is",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples = @ExampleObject(name = "A notice that is silent", value = Examples.GAPS)))
    @APIResponse(responseCode = "404", description = "There is none, or it is one of others")
    @APIResponse(
            responseCode = "409",
            description = "It was published and is closed, or nobody has approved it and its organisation wants that",
            content =
                    @Content(
                            mediaType = PROBLEM,
                            examples = @ExampleObject(name = "Not approved", value = Examples.NOT_APPROVED)))
    @APIResponse(responseCode = "410", description = "It was withdrawn")
    @APIResponse(responseCode = "412", description = "It was changed meanwhile")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response publish(UUID id, HttpHeaders headers, @RestQuery List<String> confirm, byte[] body) {
        var posting = new PostingId(id);
        var seen = new IfMatch(headers);
        var stored = bodies.read(body, PublishRequest.class)
                .moment()
                .map(at -> drafts.schedule(posting, seen, at, confirm))
                .orElseGet(() -> commands.publish(posting, seen, confirm));
        return entity(Response.ok(), stored);
    }

    @DELETE
    @Path("/{id}/publication")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Withdraw an open posting, or take back when a draft is to be published",
            description =
                    "Of an open posting the public is told that it was there, and why not. For a draft the body may"
                            + " be left out.")
    @Parameter(
            name = HttpHeaders.IF_MATCH,
            in = ParameterIn.HEADER,
            required = true,
            description = Examples.IF_MATCH,
            schema = @Schema(type = SchemaType.STRING, examples = "\"2\""))
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = WithdrawRequest.class),
                            examples = @ExampleObject(name = "No funds", value = Examples.WITHDRAWAL)))
    @APIResponse(responseCode = "204", description = "It is withdrawn, or not planned any more")
    @APIResponse(responseCode = "404", description = "There is none, or it is one of others")
    @APIResponse(responseCode = "409", description = "It is neither open nor a draft that is planned")
    @APIResponse(responseCode = "410", description = "It was withdrawn before")
    @APIResponse(responseCode = "412", description = "It was changed meanwhile")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response withdraw(UUID id, HttpHeaders headers, byte[] body) {
        commands.withdraw(new PostingId(id), new IfMatch(headers), () -> bodies.read(body, WithdrawRequest.class)
                .reason());
        return Response.noContent().build();
    }

    @PUT
    @Path("/{id}/deadline")
    @Operation(
            summary = "Extend the deadline of an open posting, or reopen a closed one",
            description = "Never earlier than what candidates were told, and never in the past.")
    @Parameter(
            name = HttpHeaders.IF_MATCH,
            in = ParameterIn.HEADER,
            required = true,
            description = Examples.IF_MATCH,
            schema = @Schema(type = SchemaType.STRING, examples = "\"2\""))
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = DeadlineBody.class),
                            examples = @ExampleObject(name = "Two weeks more", value = Examples.DEADLINE)))
    @APIResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = DraftView.class)))
    @APIResponse(responseCode = "422", description = "It cannot have this deadline; errors names why")
    @APIResponse(responseCode = "404", description = "There is none, or it is one of others")
    @APIResponse(responseCode = "409", description = "It is a draft")
    @APIResponse(responseCode = "410", description = "It was withdrawn")
    @APIResponse(responseCode = "412", description = "It was changed meanwhile")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response moveDeadline(UUID id, HttpHeaders headers, DeadlineBody deadline) {
        return entity(
                Response.ok(), commands.moveDeadline(new PostingId(id), new IfMatch(headers), deadline.toDeadline()));
    }

    @GET
    @Path("/{id}/versions")
    @Operation(summary = "Every version that the public was shown, oldest first")
    @APIResponse(
            responseCode = "200",
            description = "All of them, in one page",
            content = @Content(schema = @Schema(implementation = VersionPage.class)))
    @APIResponse(responseCode = "404", description = "There is none, or it is one of others")
    public Page<VersionLine> versions(UUID id) {
        return new Page<>(
                queries.versions(new PostingId(id)).stream()
                        .map(VersionLine::of)
                        .toList(),
                null);
    }

    @GET
    @Path("/{id}/versions/{version}")
    @Operation(summary = "What a posting said in one version")
    @APIResponse(
            responseCode = "200",
            description = "As the public was shown it",
            content = @Content(schema = @Schema(implementation = VersionView.class)))
    @APIResponse(responseCode = "404", description = "There is none, or it is one of others")
    public VersionView version(UUID id, int version) {
        var posting = new PostingId(id);
        return VersionView.of(posting, queries.version(posting, version), queries.confirmations(posting));
    }

    /** The shape of a page of versions, for the API's description. */
    @Schema(name = "PostingVersionPage")
    record VersionPage(List<VersionLine> items, @Nullable String next) {}

    static Response entity(Response.ResponseBuilder answer, StoredPosting stored) {
        return answer.entity(DraftView.of(stored.posting()))
                .tag(Etags.of(stored.revision()))
                .build();
    }
}
