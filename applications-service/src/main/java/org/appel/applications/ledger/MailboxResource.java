package org.appel.applications.ledger;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

import org.appel.service.Pages;
import org.appel.service.Roles;

/** The mailboxes and their accounts. */
@Path("/mailboxes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Roles.HR, Roles.OPS, Roles.ADMIN})
@Tag(name = "Ledger", description = "Everything that arrived, and what became of it. Nothing in it names a person.")
public class MailboxResource {
    private final Accounts accounts;

    MailboxResource(Accounts accounts) {
        this.accounts = accounts;
    }

    @GET
    @Operation(summary = "The mailboxes", description = "How the reading of each goes, and what waits to be sorted.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MailboxPage.class)))
    public Response mailboxes(UriInfo uri) {
        return Pages.respond(uri, accounts.mailboxes(), null);
    }

    @GET
    @Path("/{name}/ledger")
    @Operation(
            summary = "The ledger of a mailbox",
            description = "Every mail that was read has an outcome, and an answer or a reason why there is none.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MailboxLedgerView.class)))
    @APIResponse(responseCode = "404", description = "unknown-mailbox")
    public MailboxLedgerView mailbox(@RestPath String name) {
        return MailboxLedgerView.of(accounts.mailbox(name));
    }

    /** For the API's description. */
    @Schema(name = "MailboxPage")
    record MailboxPage(List<MailboxView> items, @Nullable String next) {}
}
