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
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

import org.appel.applications.model.ApplicationRefused;
import org.appel.service.Arrival;

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
    private final Arrival arrival;

    PageResource(OwnApplications applications, OwnPages pages, Visit visit, Arrival arrival) {
        this.applications = applications;
        this.pages = pages;
        this.visit = visit;
        this.arrival = arrival;
    }

    @GET
    @Operation(hidden = true)
    public Response read(@RestPath UUID id, UriInfo uri) {
        return pages.overview(applications.read(visit.application()), uri);
    }

    @POST
    @Path("/page/documents")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @ByForm
    @Operation(hidden = true)
    public Response replace(@RestPath UUID id, MultipartFormDataInput form, UriInfo uri) {
        try {
            applications.replace(
                    visit.application(), SentForm.text(form, SentForm.KIND), SentForm.files(form), arrival.at());
            return pages.back(Notice.REPLACED, uri);
        } catch (ApplicationRefused refused) {
            return pages.notReplaced(applications.read(visit.application()), refused.refusal(), uri);
        }
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
