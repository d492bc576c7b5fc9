package org.appel.applications.selection;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.appel.applications.model.Application;
import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.PostingId;
import org.appel.applications.model.Stage;
import org.appel.service.Attachment;
import org.appel.service.Cursor;
import org.appel.service.Etags;
import org.appel.service.Pages;
import org.appel.service.Problem;
import org.appel.service.Roles;

/** Applications as HR and the panel see them. */
@Path("/applications")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Roles.HR, Roles.PANEL, Roles.ADMIN})
@Tag(name = "Selection", description = "For HR and the panel, each within their organisations.")
public class ApplicationResource {
    private static final int LARGEST_PAGE = 200;

    private final Dossiers dossiers;
    private final Advancement advancement;
    private final Classification classification;

    ApplicationResource(Dossiers dossiers, Advancement advancement, Classification classification) {
        this.dossiers = dossiers;
        this.advancement = advancement;
        this.classification = classification;
    }

    @GET
    @Operation(summary = "List applications", description = "The newest first, 1 to 200 a page.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = ApplicationSummaryPage.class)))
    @APIResponse(responseCode = "400", description = "bad-cursor, unknown-stage")
    @APIResponse(responseCode = "404", description = "unknown-posting")
    public Response list(
            @RestQuery @Nullable UUID posting,
            @RestQuery @Nullable String stage,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") int limit,
            UriInfo uri) {
        int size = Math.clamp(limit, 1, LARGEST_PAGE);
        var found = dossiers.list(
                posting == null ? null : new PostingId(posting),
                stage == null ? null : stage(stage),
                cursor == null ? null : position(cursor),
                size + 1);
        var page = found.subList(0, Math.min(size, found.size()));
        return Pages.respond(
                uri,
                page.stream().map(ApplicationSummary::of).toList(),
                found.size() > size ? Cursor.encode(page.getLast().id().toString()) : null);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Read an application")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    @APIResponse(responseCode = "404", description = "unknown-application")
    @APIResponse(responseCode = "410", description = "application-erased")
    public Response read(@RestPath UUID id) {
        return file(dossiers.read(new ApplicationId(id)));
    }

    @GET
    @Path("/{id}/documents/{documentId}")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "Download a document", description = "By the type of its content, always as an attachment.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(implementation = byte[].class, format = "binary")))
    @APIResponse(responseCode = "404", description = "unknown-application, unknown-document")
    @APIResponse(responseCode = "410", description = "application-erased")
    @APIResponse(responseCode = "503", description = "documents-away: try it again, with Retry-After")
    public Response document(@RestPath UUID id, @RestPath UUID documentId) {
        var application = dossiers.read(new ApplicationId(id));
        var document = dossiers.document(application, documentId);
        return Attachment.of(
                document.name().text(),
                document.type().mediaType(),
                dossiers.content(application, document),
                document.size());
    }

    @GET
    @Path("/{id}/history")
    @Operation(summary = "What happened to an application", description = "The oldest first.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = HistoryPage.class)))
    @APIResponse(responseCode = "404", description = "unknown-application")
    @APIResponse(responseCode = "410", description = "application-erased")
    public Response history(@RestPath UUID id, UriInfo uri) {
        var entries = dossiers.history(new ApplicationId(id));
        return Pages.respond(uri, entries.stream().map(HistoryView::of).toList(), null);
    }

    @POST
    @Path("/{id}/stage")
    @RolesAllowed({Roles.HR, Roles.ADMIN})
    @Operation(
            summary = "Move an application on",
            description = "If-Match names the version on which it was decided, as the ETag of the read gave it.")
    @Parameter(
            name = "If-Match",
            in = org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.HEADER,
            required = true,
            schema = @Schema(implementation = String.class),
            example = "\"1\"")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    @APIResponse(responseCode = "404", description = "unknown-application")
    @APIResponse(responseCode = "409", description = "stage-not-reachable")
    @APIResponse(responseCode = "410", description = "application-erased")
    @APIResponse(responseCode = "412", description = "precondition-failed: somebody changed it meanwhile")
    @APIResponse(responseCode = "428", description = "precondition-required: without If-Match")
    public Response advance(@RestPath UUID id, StageRequest request, HttpHeaders headers) {
        return file(advancement.advance(new ApplicationId(id), stage(String.valueOf(request.stage())), headers));
    }

    @PUT
    @Path("/{id}/documents/{documentId}/kind")
    @RolesAllowed({Roles.HR, Roles.ADMIN})
    @Operation(
            summary = "Say what a document is",
            description = "Of documents that came by mail it cannot always be told; HR is asked."
                    + " If-Match names the version on which it was decided.")
    @Parameter(
            name = "If-Match",
            in = org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.HEADER,
            required = true,
            schema = @Schema(implementation = String.class),
            example = "\"1\"")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    @APIResponse(responseCode = "404", description = "unknown-application, unknown-document")
    @APIResponse(responseCode = "410", description = "application-erased")
    @APIResponse(responseCode = "412", description = "precondition-failed: somebody changed it meanwhile")
    @APIResponse(responseCode = "422", description = "The posting takes no documents of that kind")
    @APIResponse(responseCode = "428", description = "precondition-required: without If-Match")
    public Response classify(@RestPath UUID id, @RestPath UUID documentId, KindRequest request, HttpHeaders headers) {
        return file(
                classification.classify(new ApplicationId(id), documentId, String.valueOf(request.kind()), headers));
    }

    private Response file(Application.Live application) {
        return Response.ok(ApplicationView.of(dossiers.open(application)))
                .tag(Etags.of(application.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static Stage stage(String code) {
        return Stage.of(code).orElseThrow(() -> Problem.of(400, "unknown-stage", "There is no stage of that name"));
    }

    private static UUID position(String cursor) {
        try {
            return UUID.fromString(Cursor.decode(cursor, 1).getFirst());
        } catch (IllegalArgumentException e) {
            throw Cursor.bad();
        }
    }

    /** For the API's description. */
    @Schema(name = "ApplicationSummaryPage")
    record ApplicationSummaryPage(
            List<ApplicationSummary> items, @Nullable String next) {}

    /** For the API's description. */
    @Schema(name = "HistoryPage")
    record HistoryPage(List<HistoryView> items, @Nullable String next) {}
}
