package org.appel.applications.candidate;

import java.io.File;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.jspecify.annotations.Nullable;

import org.appel.service.Arrival;
import org.appel.service.Attachment;

/** The candidate's own view for front ends; the page for people is {@link PageResource}. */
@Path("/my/applications/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermitAll
@ByLink
@SecurityRequirements
@APIResponse(responseCode = "401", description = "link-not-valid: none, another one, ended; or no such application")
@Tag(name = "Candidate", description = "For whoever has the link to the one application.")
public class OwnResource {
    private static final String TOKEN =
            "The token of the link in the acknowledgement; a browser that came by the link has a cookie for reading.";

    private final OwnApplications applications;
    private final Export export;
    private final Visit visit;
    private final Arrival arrival;

    OwnResource(OwnApplications applications, Export export, Visit visit, Arrival arrival) {
        this.applications = applications;
        this.export = export;
        this.visit = visit;
        this.arrival = arrival;
    }

    @GET
    @Operation(summary = "Read one's own application", description = "A browser gets it as a page.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OwnView.class)))
    public Response read(
            @RestPath UUID id, @Parameter(description = TOKEN) @RestHeader(LinkFilter.HEADER) @Nullable String token) {
        return view(applications.read(visit.application()));
    }

    @GET
    @Path("/documents/{documentId}")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "Download one's own document")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(implementation = byte[].class, format = "binary")))
    @APIResponse(responseCode = "404", description = "unknown-document")
    public Response document(
            @RestPath UUID id,
            @RestPath UUID documentId,
            @Parameter(description = TOKEN) @RestHeader(LinkFilter.HEADER) @Nullable String token) {
        var file = applications.read(visit.application());
        var document = applications.document(file, documentId);
        return Attachment.of(
                document.name().text(),
                document.type().mediaType(),
                applications.content(file, document),
                document.size());
    }

    @GET
    @Path("/export")
    @Produces("application/zip")
    @Operation(
            summary = "Download all that is held of one's own application",
            description =
                    "A ZIP: `application.json` with the person, the consent in full, the history and what was sent,"
                            + " and the documents as they are kept.")
    @APIResponse(responseCode = "200", description = "The archive")
    public Response export(
            @RestPath UUID id, @Parameter(description = TOKEN) @RestHeader(LinkFilter.HEADER) @Nullable String token) {
        var file = applications.read(visit.application());
        return Attachment.of("application-" + file.application().id() + ".zip", "application/zip", export.of(file));
    }

    @PUT
    @Path("/documents/{kind}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Replace one's own documents of a kind",
            description = "By a form with any number of files, or by a request whose body is the one file. Until the"
                    + " deadline; checked as the intake does. A new revision, unless the same files are there already.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OwnView.class)))
    @APIResponse(responseCode = "409", description = "deadline-passed, application-settled")
    @APIResponse(responseCode = "410", description = "posting-withdrawn")
    @APIResponse(responseCode = "413", description = "too-large")
    @APIResponse(responseCode = "422", description = "invalid-application with everything that is wrong")
    public Response replace(
            @RestPath UUID id,
            @RestPath String kind,
            MultipartFormDataInput form,
            @Parameter(description = TOKEN) @RestHeader(LinkFilter.HEADER) @Nullable String token) {
        applications.replace(visit.application(), kind, SentForm.files(form), arrival.at());
        return view(applications.read(visit.application()));
    }

    @PUT
    @Path("/documents/{kind}")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response replaceByOne(@RestPath UUID id, @RestPath String kind, File body) {
        applications.replace(visit.application(), kind, SentForm.file(body), arrival.at());
        return view(applications.read(visit.application()));
    }

    @POST
    @Path("/withdrawal")
    @Operation(
            summary = "Withdraw one's own application",
            description = "It no longer takes part in the selection. Applying again takes it up again.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = OwnView.class)))
    @APIResponse(responseCode = "409", description = "application-settled: decided or withdrawn before")
    public Response withdraw(
            @RestPath UUID id, @Parameter(description = TOKEN) @RestHeader(LinkFilter.HEADER) @Nullable String token) {
        applications.withdraw(visit.application());
        return view(applications.read(visit.application()));
    }

    @DELETE
    @Operation(
            summary = "Erase one's own application",
            description = "Destroys its key and all that is personal, for good. The link opens nothing afterwards.")
    @APIResponse(responseCode = "204", description = "Nothing of it can be read any more")
    public void erase(
            @RestPath UUID id, @Parameter(description = TOKEN) @RestHeader(LinkFilter.HEADER) @Nullable String token) {
        applications.erase(visit.application());
    }

    private static Response view(OwnFile file) {
        return Response.ok(OwnView.of(file))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
