package org.appel.applications.erasure;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import org.appel.applications.model.ApplicationId;
import org.appel.service.Roles;

/** Erasure on request. */
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
            description = "Destroys its key and all that is personal, for good. Doing it again changes nothing.")
    @APIResponse(responseCode = "204", description = "Nothing of it can be read any more")
    @APIResponse(responseCode = "404", description = "unknown-application")
    public void erase(@RestPath UUID id) {
        erasure.erase(new ApplicationId(id));
    }
}
