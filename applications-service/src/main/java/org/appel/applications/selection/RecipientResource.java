package org.appel.applications.selection;

import java.time.Clock;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.appel.applications.model.AccessLog;
import org.appel.applications.model.Application;
import org.appel.applications.model.ApplicationId;
import org.appel.applications.model.ApplicationRefused;
import org.appel.applications.model.Completion;
import org.appel.applications.model.Refusal;
import org.appel.applications.model.Sight;
import org.appel.applications.storage.Applications;
import org.appel.applications.storage.CandidateLinks;
import org.appel.applications.storage.KnownPostings;
import org.appel.applications.storage.MailAnswers;
import org.appel.service.Roles;

/** Tells the service that sends mails whom to write to, at the moment of sending. */
@Path("/applications")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.SERVICE)
@Tag(name = "Services", description = "For Appel's own services.")
public class RecipientResource {
    private final Applications applications;
    private final KnownPostings postings;
    private final CandidateLinks links;
    private final MailAnswers answers;
    private final AccessLog accesses;
    private final Clock clock;

    RecipientResource(
            Applications applications,
            KnownPostings postings,
            CandidateLinks links,
            MailAnswers answers,
            AccessLog accesses,
            Clock clock) {
        this.applications = applications;
        this.postings = postings;
        this.links = links;
        this.answers = answers;
        this.accesses = accesses;
        this.clock = clock;
    }

    @GET
    @Path("/{id}/recipient")
    @Operation(summary = "Whom to write to about an application")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RecipientView.class)))
    @APIResponse(responseCode = "404", description = "unknown-application")
    @APIResponse(responseCode = "410", description = "application-erased")
    public Response recipient(
            @RestPath UUID id,
            @Parameter(description = "That the letter is about: what it says of the mail by which it came.")
                    @RestQuery
                    @Nullable
                    Integer revision) {
        var application = applications
                .find(new ApplicationId(id))
                .orElseThrow(() -> new ApplicationRefused(new Refusal.UnknownApplication(new ApplicationId(id))))
                .live();
        accesses.note(Sight.of(Sight.Kind.RECIPIENT, application));
        return Response.ok(view(application, revision))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private RecipientView view(Application.Live application, @Nullable Integer revision) {
        var answer =
                revision == null ? null : answers.of(application.id(), revision).orElse(null);
        if (answer != null && answer.address() != null) {
            return RecipientView.ofAddress(application, answer, answer.address());
        }
        var documents = applications.documents(application);
        var posting = postings.find(application.posting()).orElse(null);
        var completion = Completion.of(posting, application, documents, clock.instant());
        return RecipientView.of(application, documents, completion, links.link(application.id()), answer);
    }
}
