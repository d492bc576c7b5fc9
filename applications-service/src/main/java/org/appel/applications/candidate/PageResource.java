package org.appel.applications.candidate;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import org.appel.applications.model.ApplicationRefused;

/**
 * The candidate's own view as a page, without a script: what {@link OwnResource} does by its methods, forms do here.
 * Reading changes nothing, since scanners of mail open each link.
 */
@Path("/my/applications/{id}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@PermitAll
@ByLink
public class PageResource {
    private final OwnApplications applications;
    private final OwnPages pages;
    private final Visit visit;

    PageResource(OwnApplications applications, OwnPages pages, Visit visit) {
        this.applications = applications;
        this.pages = pages;
        this.visit = visit;
    }

    @GET
    @Operation(hidden = true)
    public Response read(@RestPath UUID id, UriInfo uri) {
        return pages.overview(applications.read(visit.application()), uri);
    }

    @GET
    @Path("/page/withdrawal")
    @Operation(hidden = true)
    public Response askToWithdraw(@RestPath UUID id, UriInfo uri) {
        return pages.withdrawal(applications.read(visit.application()), uri);
    }

    @POST
    @Path("/page/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ByForm
    @Operation(hidden = true)
    public Response withdraw(@RestPath UUID id, UriInfo uri) {
        applications.withdraw(visit.application());
        return pages.back(Notice.WITHDRAWN, uri);
    }

    @GET
    @Path("/page/erasure")
    @Operation(hidden = true)
    public Response askToErase(@RestPath UUID id, UriInfo uri) {
        return pages.erasure(applications.read(visit.application()), uri);
    }

    @POST
    @Path("/page/erasure")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @ByForm
    @Operation(hidden = true)
    public Response erase(@RestPath UUID id, UriInfo uri) {
        var file = applications.read(visit.application());
        applications.erase(visit.application());
        return pages.erased(file, uri);
    }

    /** A person gets a page, not a problem; what was refused changed nothing. */
    @ServerExceptionMapper
    public Response refused(ApplicationRefused refused, HttpHeaders headers, UriInfo uri) {
        return pages.refused(refused.refusal(), headers, uri);
    }
}
