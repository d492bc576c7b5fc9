package org.appel.applications.ledger;

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
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.appel.service.Roles;

/** All accounts. */
@Path("/ledgers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Roles.HR, Roles.OPS, Roles.ADMIN})
@Tag(name = "Ledger", description = "Everything that arrived, and what became of it. Nothing in it names a person.")
public class LedgerResource {
    private final Accounts accounts;

    LedgerResource(Accounts accounts) {
        this.accounts = accounts;
    }

    @GET
    @Operation(summary = "All ledgers", description = "Of one moment, so that their numbers agree.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BooksView.class)))
    public BooksView all(@RestQuery @Nullable String organisation) {
        return BooksView.of(accounts.books(organisation));
    }
}
