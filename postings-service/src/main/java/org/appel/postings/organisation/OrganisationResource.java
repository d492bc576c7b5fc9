package org.appel.postings.organisation;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

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

import org.appel.postings.config.Paging;
import org.appel.postings.storage.StoredOrganisation;
import org.appel.service.Cursor;
import org.appel.service.Etags;
import org.appel.service.Roles;

/** Who publishes. */
@Path("/organisations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Organisations")
class OrganisationResource {

    private static final String ID = "{id: [a-z0-9]+(-[a-z0-9]+)*}";
    private static final String EXAMPLE = """
            {"name": "Organisation mondiale contre la torture (OMCT)",
             "names": {"en": "World Organisation Against Torture (OMCT)"}, "language": "fr",
             "hrAddresses": ["recrutement@omct.org"], "country": "CH", "zone": "Europe/Zurich",
             "approval": "second-person",
             "website": "https://www.omct.org", "logo": "https://www.omct.org/logo.png",
             "boards": {"linkedinCompanyId": "123456", "linkedinPosterEmail": "jobs@omct.org", "reliefwebSource": 1503}}""";

    private final OrganisationDirectory directory;
    private final Paging paging;

    OrganisationResource(OrganisationDirectory directory, Paging paging) {
        this.directory = directory;
        this.paging = paging;
    }

    @GET
    @PermitAll
    @Operation(summary = "All organisations, in the order of their ids")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            content = @Content(schema = @Schema(implementation = OrganisationPage.class)))
    public Response list(@RestQuery @Nullable String limit, @RestQuery @Nullable String cursor, UriInfo uri) {
        int size = paging.size(limit);
        var after = cursor == null ? "" : Cursor.decode(cursor, 1).getFirst();
        return paging.respond(
                uri,
                directory.list(after, size + 1),
                size,
                stored -> OrganisationView.of(stored.organisation()),
                last -> Cursor.encode(last.organisation().id()));
    }

    @GET
    @Path(ID)
    @PermitAll
    @Operation(summary = "One organisation")
    @APIResponse(
            responseCode = "200",
            description = "What everybody may know",
            content = @Content(schema = @Schema(implementation = OrganisationView.class)))
    @APIResponse(responseCode = "304", description = "It is as you have it")
    @APIResponse(responseCode = "404", description = "There is none")
    public Response get(String id, HttpHeaders headers) {
        var stored = directory.get(id);
        var tag = Etags.of(stored.revision());
        return Etags.noneMatch(headers, tag) ? Response.notModified(tag).build() : answer(Response.ok(), stored);
    }

    @PUT
    @Path(ID)
    @RolesAllowed(Roles.ADMIN)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Add an organisation or replace what is known of it",
            description =
                    "Replacing needs If-Match. Of names, approval, website, logo and boards, what is left out stays as it"
                            + " is, and null takes it away.")
    @Parameter(
            name = HttpHeaders.IF_MATCH,
            in = ParameterIn.HEADER,
            description = "The ETag of the organisation as you have seen it",
            schema = @Schema(type = SchemaType.STRING, examples = "\"2\""))
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = OrganisationBody.class),
                            examples = @ExampleObject(name = "OMCT", value = EXAMPLE)))
    @APIResponse(responseCode = "200", description = "Replaced, or as it was before")
    @APIResponse(responseCode = "201", description = "Added")
    @APIResponse(responseCode = "412", description = "It was changed meanwhile")
    @APIResponse(responseCode = "422", description = "It cannot be so; errors names all")
    @APIResponse(responseCode = "428", description = "It is known, and If-Match is missing")
    public Response put(String id, HttpHeaders headers, OrganisationBody body) {
        var written = directory.write(
                id, known -> body.toOrganisation(id, known), revision -> Etags.require(headers, revision));
        return answer(
                written.isNew() ? Response.created(URI.create("/organisations/" + id)) : Response.ok(),
                written.stored());
    }

    @GET
    @Path(ID + "/contacts")
    @RolesAllowed({Roles.SERVICE, Roles.HR, Roles.ADMIN})
    @Operation(summary = "Where the hiring team is written to", description = "For other services and the team itself.")
    @APIResponse(
            responseCode = "200",
            description = "Its addresses and its language",
            content = @Content(schema = @Schema(implementation = ContactsView.class)))
    @APIResponse(responseCode = "404", description = "There is none, or you do not work for it")
    public ContactsView contacts(String id) {
        return ContactsView.of(directory.withContacts(id));
    }

    /** The shape of a page of organisations, for the API's description. */
    @Schema(name = "OrganisationPage")
    record OrganisationPage(
            List<OrganisationView> items, @Nullable String next) {}

    private static Response answer(Response.ResponseBuilder response, StoredOrganisation stored) {
        return response.entity(OrganisationView.of(stored.organisation()))
                .tag(Etags.of(stored.revision()))
                .build();
    }
}
