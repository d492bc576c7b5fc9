package org.appel.applications.erasure;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import org.appel.applications.model.ApplicationId;
import org.appel.service.Roles;

/** Erasure on request, and what is left of it. */
@Path("/applications")
@RunOnVirtualThread
@RolesAllowed({Roles.HR, Roles.ADMIN})
@Tag(name = "Erasure", description = "For HR, within their organisations.")
public class ErasureResource {
    private final Erasure erasure;

    ErasureResource(Erasure erasure) {
        this.erasure = erasure;
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Erase an application",
            description = "Destroys its key and all that is personal, for good. Doing it again changes nothing."
                    + " If-Match may name the version on which it was decided.")
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            schema = @Schema(implementation = String.class),
            example = "\"1\"")
    @APIResponse(responseCode = "204", description = "Nothing of it can be read any more")
    @APIResponse(responseCode = "404", description = "unknown-application")
    @APIResponse(responseCode = "412", description = "precondition-failed: somebody changed it meanwhile")
    public void erase(@RestPath UUID id, HttpHeaders headers) {
        erasure.erase(new ApplicationId(id), headers);
    }

    @GET
    @Path("/{id}/erasure")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "The certificate of an erasure",
            description = "When and why an application was erased, and how much was destroyed. It names no person.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CertificateView.class)))
    @APIResponse(responseCode = "404", description = "unknown-application, not-erased")
    public CertificateView certificate(@RestPath UUID id) {
        return CertificateView.of(erasure.certificate(new ApplicationId(id)));
    }
}
