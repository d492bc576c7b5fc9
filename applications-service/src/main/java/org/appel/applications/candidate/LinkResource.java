package org.appel.applications.candidate;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import org.appel.applications.model.ApplicationId;

/** A new link for whoever lost theirs: the only door here that no link opens. What it does, everybody may do. */
@Path("/my/applications/{id}")
@RunOnVirtualThread
@PermitAll
@SecurityRequirements
@Tag(name = "Candidate")
public class LinkResource {
    private final LinkRenewal renewal;
    private final CandidatePages pages;

    LinkResource(LinkRenewal renewal, CandidatePages pages) {
        this.renewal = renewal;
        this.pages = pages;
    }

    @POST
    @Path("/link")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Ask for a new link",
            description =
                    "It is sent to the candidate's address, at most once in ten minutes; the older ones have ended"
                            + " then. The answer is the same whether there is such an application or not.")
    @APIResponse(responseCode = "202", description = "If there is such an application, a mail is on its way")
    public Response renew(@RestPath UUID id) {
        renewal.request(new ApplicationId(id));
        return Response.accepted().header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    @POST
    @Path("/page/link")
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response renewByForm(@RestPath UUID id, HttpHeaders headers, jakarta.ws.rs.core.UriInfo uri) {
        renewal.request(new ApplicationId(id));
        return pages.linkSent(headers, uri);
    }
}
