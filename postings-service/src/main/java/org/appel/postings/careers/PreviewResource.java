package org.appel.postings.careers;

import java.time.Instant;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.appel.postings.careers.Vacancies.Vacancy;
import org.appel.postings.config.Site;
import org.appel.postings.model.PostingId;
import org.appel.postings.model.PostingRefused;
import org.appel.postings.model.Refusal;
import org.appel.service.Caller;
import org.appel.service.Roles;

/** What the hiring team sees of a posting before the public does. */
@Path("/postings")
@RolesAllowed({Roles.HR, Roles.ADMIN})
@RunOnVirtualThread
@Tag(name = "Hiring team")
class PreviewResource {

    private static final String LINK = """
            {"url": "https://postings.example.org/careers/fr/previews/AZftapoIfomcEThu9VLd0AAAAABoi…",
             "expiresAt": "2025-07-10T07:00:00Z"}""";

    private final Vacancies vacancies;
    private final PostingPages postings;
    private final PreviewLinks links;
    private final Answers answers;
    private final Site site;
    private final Caller caller;

    PreviewResource(
            Vacancies vacancies, PostingPages postings, PreviewLinks links, Answers answers, Site site, Caller caller) {
        this.vacancies = vacancies;
        this.postings = postings;
        this.links = links;
        this.answers = answers;
        this.site = site;
        this.caller = caller;
    }

    /** @param url opens the preview without a token until {@code expiresAt} */
    @Schema(name = "PreviewLink")
    record LinkView(String url, Instant expiresAt) {}

    @GET
    @Path("/{id}/preview")
    @Produces(MediaType.TEXT_HTML)
    @Operation(
            summary = "A posting as its page will look",
            description = "A draft as well as an open or closed posting, marked as a preview.")
    @APIResponse(responseCode = "200", description = "The page")
    @APIResponse(responseCode = "404", description = "There is none, or it is one of others")
    public Response preview(
            @RestPath UUID id,
            @Parameter(description = "Of the page: fr (the usual) or en", example = "fr") @RestQuery @Nullable
                    String language) {
        var page = language(language);
        return answers.preview(postings.preview(mine(id), page, ""), page);
    }

    @POST
    @Path("/{id}/preview-links")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Make a link to the preview",
            description = "For somebody without an account: it opens this one preview, and ends by itself.")
    @APIResponse(
            responseCode = "201",
            description = "Location is the same address",
            content =
                    @Content(
                            schema = @Schema(implementation = LinkView.class),
                            examples = @ExampleObject(name = "Until tomorrow", value = LINK)))
    @APIResponse(responseCode = "404", description = "There is none, or it is one of others")
    public Response link(
            @RestPath UUID id,
            @Parameter(description = "Of the page: fr (the usual) or en", example = "fr") @RestQuery @Nullable
                    String language) {
        var link = links.make(mine(id).posting().id());
        var address = site.at(PreviewLinks.path(link.token(), language(language)));
        return Response.created(address)
                .entity(new LinkView(address.toString(), link.endsAt()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Vacancy mine(UUID id) {
        return vacancies
                .findAny(new PostingId(id))
                .filter(vacancy -> caller.worksFor(vacancy.posting().ad().organisation()))
                .orElseThrow(() -> new PostingRefused(new Refusal.UnknownPosting(new PostingId(id))));
    }

    private static PageLanguage language(@Nullable String code) {
        return code == null ? PageLanguage.FR : PageLanguage.of(code).orElse(PageLanguage.FR);
    }
}
