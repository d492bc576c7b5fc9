package org.appel.postings.careers;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import org.appel.messaging.Trouble;
import org.appel.postings.careers.Vacancies.Vacancy;
import org.appel.postings.model.HowToApply;
import org.appel.postings.model.Posting.Draft;
import org.appel.postings.model.Posting.Open;
import org.appel.postings.model.Posting.Published;
import org.appel.postings.model.Posting.Withdrawn;
import org.appel.postings.model.PostingId;

/** The careers site. Whatever happens, a person gets a page, in the language of the address. */
@Path("/careers")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class CareersResource {

    private static final Logger LOG = Logger.getLogger(CareersResource.class);

    /** The name of a file says its content. */
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private static final String EMBEDDED = "true";

    private final Vacancies vacancies;
    private final ListPages lists;
    private final PostingPages postings;
    private final ApplyPages applying;
    private final MessagePages messages;
    private final Frames frames;
    private final Answers answers;
    private final Files files;
    private final PreviewLinks previews;

    CareersResource(
            Vacancies vacancies,
            ListPages lists,
            PostingPages postings,
            ApplyPages applying,
            MessagePages messages,
            Frames frames,
            Answers answers,
            Files files,
            PreviewLinks previews) {
        this.vacancies = vacancies;
        this.lists = lists;
        this.postings = postings;
        this.applying = applying;
        this.messages = messages;
        this.frames = frames;
        this.answers = answers;
        this.files = files;
        this.previews = previews;
    }

    @GET
    @Operation(hidden = true)
    public Response root(HttpHeaders headers) {
        var language = PageLanguage.preferred(headers.getAcceptableLanguages());
        return Response.seeOther(URI.create(frames.list(language)))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    @GET
    @Path("/files/{name}")
    @Produces(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response file(@RestPath String name) {
        return files.find(name)
                .map(file -> Response.ok(file.content(), file.type())
                        .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
                        .header("X-Content-Type-Options", "nosniff")
                        .build())
                .orElseGet(() -> messages.unknown(PageLanguage.EN));
    }

    @GET
    @Path("/{language:fr|en}")
    @Operation(hidden = true)
    public Response list(@RestPath String language, @BeanParam SearchParameters parameters, HttpHeaders headers) {
        var page = in(language);
        var search = Search.of(parameters);
        var found = vacancies.search(search);
        return answers.kept(lists.all(page, search, found), page, ListPages.nextDeadline(found), headers);
    }

    @GET
    @Path("/{language:fr|en}/organisations/{organisation}")
    @Operation(hidden = true)
    public Response organisation(
            @RestPath String language,
            @RestPath String organisation,
            @BeanParam SearchParameters parameters,
            HttpHeaders headers) {
        return listOf(language, organisation, parameters, headers, EMBEDDED.equals(parameters.embed));
    }

    @GET
    @Path("/{language:fr|en}/organisations/{organisation}/embed")
    @Operation(hidden = true)
    public Response embedded(
            @RestPath String language,
            @RestPath String organisation,
            @BeanParam SearchParameters parameters,
            HttpHeaders headers) {
        return listOf(language, organisation, parameters, headers, true);
    }

    @GET
    @Path("/{language:fr|en}/postings/{id}")
    @Operation(hidden = true)
    public Response posting(@RestPath String language, @RestPath UUID id, HttpHeaders headers) {
        return published(
                language,
                id,
                (vacancy, page) -> answers.kept(
                        postings.page(vacancy, page),
                        page,
                        vacancy.posting() instanceof Open open
                                ? open.publication().closesAt()
                                : null,
                        headers));
    }

    @GET
    @Path("/{language:fr|en}/postings/{id}/apply")
    @Operation(hidden = true)
    public Response apply(@RestPath String language, @RestPath UUID id) {
        return published(language, id, this::form);
    }

    @GET
    @Path("/{language:fr|en}/postings/{id}/thanks")
    @Operation(hidden = true)
    public Response thanks(@RestPath String language, @RestPath UUID id) {
        return vacancies
                .find(new PostingId(id))
                .map(vacancy -> answers.once(200, applying.thanks(vacancy, in(language)), in(language)))
                .orElseGet(() -> messages.unknown(in(language)));
    }

    /** A preview for somebody without a token, by a link that the hiring team made. */
    @GET
    @Path("/{language:fr|en}/previews/{token}")
    @Operation(hidden = true)
    public Response preview(@RestPath String language, @RestPath String token) {
        var page = in(language);
        return previews.read(token)
                .flatMap(vacancies::findAny)
                .map(vacancy -> answers.preview(
                        postings.preview(vacancy, page, frames.local(PreviewLinks.path(token, page.other()))), page))
                .orElseGet(() -> messages.previewEnded(page));
    }

    @GET
    @Path("/{language:fr|en}/{rest:.+}")
    @Operation(hidden = true)
    public Response nothingThere(@RestPath String language, @RestPath String rest) {
        return messages.unknown(in(language));
    }

    @ServerExceptionMapper
    public Response map(RuntimeException failure, UriInfo uri) {
        var language = of(uri);
        if (failure instanceof WebApplicationException refused
                && refused.getResponse().getStatus() < 500) {
            return messages.unknown(language);
        }
        if (Trouble.of(failure) == Trouble.PASSING) {
            LOG.warnf("page could not be shown reason=%s", failure.getMessage());
            return messages.trouble(503, language);
        }
        LOG.error("page failed", failure);
        return messages.trouble(500, language);
    }

    private Response listOf(
            String language, String id, SearchParameters parameters, HttpHeaders headers, boolean embedded) {
        var page = in(language);
        var organisation = Optional.of(id).filter(Search::isOrganisation).flatMap(vacancies::organisation);
        if (organisation.isEmpty()) {
            return messages.unknown(page);
        }
        var search = Search.of(parameters).ofAnybody();
        var found = vacancies.searchOf(organisation.get(), search, embedded);
        var next = ListPages.nextDeadline(found);
        return embedded
                ? answers.embedded(lists.embedded(organisation.get(), page, search, found), page, next, headers)
                : answers.kept(lists.of(organisation.get(), page, search, found), page, next, headers);
    }

    private Response published(String language, UUID id, BiFunction<Vacancy, PageLanguage, Response> show) {
        var page = in(language);
        var found = vacancies.find(new PostingId(id));
        if (found.isEmpty()) {
            return messages.unknown(page);
        }
        return switch (found.get().posting()) {
            case Withdrawn withdrawn -> messages.withdrawn(found.get(), withdrawn, page);
            case Published _ -> show.apply(found.get(), page);
            case Draft _ -> messages.unknown(page);
        };
    }

    private Response form(Vacancy vacancy, PageLanguage language) {
        HowToApply how = vacancy.posting().ad().apply();
        boolean isOver = !(vacancy.posting() instanceof Open);
        if (isOver || how == null || !how.api()) {
            return messages.noForm(vacancy, language, isOver);
        }
        return answers.form(applying.form(vacancy, how, language), language);
    }

    private static PageLanguage in(String code) {
        return PageLanguage.of(code).orElseThrow();
    }

    private static PageLanguage of(UriInfo uri) {
        return Optional.ofNullable(uri.getPathParameters().getFirst("language"))
                .flatMap(PageLanguage::of)
                .orElse(PageLanguage.EN);
    }
}
