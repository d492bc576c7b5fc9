package org.appel.applications.selection;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import org.appel.applications.model.PostingId;
import org.appel.service.Attachment;
import org.appel.service.Roles;

/** What HR asks about all applications of a posting. */
@Path("/postings/{posting}")
@RunOnVirtualThread
@RolesAllowed({Roles.HR, Roles.PANEL, Roles.ADMIN})
@Tag(name = "Selection")
public class PostingResource {
    private final CsvExport csv;

    PostingResource(CsvExport csv) {
        this.csv = csv;
    }

    @GET
    @Path("/applications.csv")
    @Produces("text/csv")
    @Operation(
            summary = "All applications of a posting as CSV",
            description = "RFC 4180 in UTF-8 with a byte order mark, the oldest first.")
    @APIResponse(responseCode = "200", description = "The file")
    @APIResponse(responseCode = "404", description = "unknown-posting")
    public Response csv(@RestPath UUID posting) {
        return Attachment.of(
                "applications-" + posting + ".csv",
                "text/csv; charset=UTF-8; header=present",
                csv.of(new PostingId(posting)));
    }
}
