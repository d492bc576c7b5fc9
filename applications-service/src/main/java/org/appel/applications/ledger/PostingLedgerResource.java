package org.appel.applications.ledger;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import org.appel.applications.model.PostingId;
import org.appel.service.Roles;

/** The account of a posting. */
@Path("/postings/{posting}/ledger")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Roles.HR, Roles.OPS, Roles.ADMIN})
@Tag(name = "Ledger", description = "Everything that arrived, and what became of it. Nothing in it names a person.")
public class PostingLedgerResource {
    private final Accounts accounts;

    PostingLedgerResource(Accounts accounts) {
        this.accounts = accounts;
    }

    @GET
    @RolesAllowed({Roles.HR, Roles.PANEL, Roles.OPS, Roles.ADMIN})
    @Operation(
            summary = "The ledger of a posting",
            description = "Everything that arrived has an outcome, every application an acknowledgement or a reason.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LedgerView.class)))
    @APIResponse(responseCode = "404", description = "unknown-posting")
    public LedgerView posting(@RestPath UUID posting) {
        return LedgerView.of(accounts.posting(new PostingId(posting)));
    }
}
