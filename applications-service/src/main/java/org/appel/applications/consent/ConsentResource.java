package org.appel.applications.consent;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import org.appel.applications.model.Consent;
import org.appel.service.Problem;

/** What candidates agreed to. */
@Path("/consents")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermitAll
@SecurityRequirements
@Tag(name = "Consent", description = "Public: every wording that candidates ever agreed to.")
public class ConsentResource {
    @GET
    @Path("/{wording}")
    @Operation(
            summary = "A wording of the consent in full",
            description = "By the name that is kept with each application. The text of a name never changes.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ConsentView.class)))
    @APIResponse(responseCode = "404", description = "unknown-consent")
    public Response wording(@RestPath String wording) {
        return Response.ok(ConsentView.of(known(wording)))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=86400")
                .build();
    }

    private static String known(String wording) {
        if (Consent.texts(wording).isEmpty()) {
            throw Problem.of(404, "unknown-consent", "There never was a wording of that name");
        }
        return wording;
    }
}
