package org.appel.postings.board;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

import org.appel.postings.config.Paging;
import org.appel.postings.model.PostingId;

/** The public's side of {@code /postings}. */
@Path("/postings")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Board", description = "What everybody may read, without a token")
class BoardResource {

    private static final String LIST = """
            {"items": [{"id": "0197edea-a3b8-767c-9c11-386ef552ddd0", "state": "open", "version": 1,
              "publishedAt": "2025-07-09T07:00:12.345678Z", "closesAt": "2025-08-04T00:00:00+02:00",
              "reference": "OMCT-2025-07", "organisation": "omct", "originalLanguage": "fr",
              "texts": {"fr": {"title": "Chargé·e protection de l’espace civique (Tunisie/UE)"}},
              "workloadPercent": 80, "places": [{"city": "Bruxelles", "country": "BE", "arrangement": "on-site"}],
              "contract": {"type": "fixed-term", "months": 12, "renewable": true, "condition": null},
              "grade": null, "languages": [{"code": "fr", "need": "required", "level": null}],
              "payForThisWorkload": {"from": 30720, "to": 33120, "currency": "EUR", "per": "year", "gross": true}}],
             "next": null, "total": 1,
             "facets": {"country": [{"value": "BE", "count": 1}, {"value": "CH", "count": 1}]}}""";

    private static final String TOMBSTONE = """
            {"type": "urn:appel:problem:posting-withdrawn", "title": "Posting withdrawn", "status": 410,
             "detail": "Posting 0197edea-a3b8-767c-9c11-386ef552ddd0 was withdrawn: Poste pourvu en interne",
             "id": "0197edea-a3b8-767c-9c11-386ef552ddd0", "organisation": "omct", "state": "withdrawn",
             "publishedAt": "2025-07-09T07:00:12.345678Z", "withdrawnAt": "2025-07-16T10:00:00Z",
             "reason": "Poste pourvu en interne"}""";

    private static final String LANGUAGES =
            "Which languages are read. Of each posting only the best of its texts is answered then, and Content-Language"
                    + " names it; without the header, or with texts=all, all texts are. Hiring teams always read all.";

    private final BoardReader reader;
    private final Paging paging;

    BoardResource(BoardReader reader, Paging paging) {
        this.reader = reader;
        this.paging = paging;
    }

    @GET
    @Operation(
            summary = "Open postings",
            description = "Only those that take applications at this moment. `next` and the Link header lead to the"
                    + " next page; what is published meanwhile neither repeats nor hides an item. With `facets` the"
                    + " postings of all pages are counted, each facet without its own filter, so that it shows what else"
                    + " there is. ETag and Last-Modified are heeded, gzip and brotli spoken.")
    @Parameter(
            name = HttpHeaders.ACCEPT_LANGUAGE,
            in = ParameterIn.HEADER,
            description = LANGUAGES,
            schema = @Schema(type = SchemaType.STRING, examples = "fr-CH, fr;q=0.9, en;q=0.7"))
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BoardPage.class),
                            examples = @ExampleObject(name = "One posting, facets=country", value = LIST)))
    @APIResponse(responseCode = "304", description = "It is as you have it")
    @APIResponse(responseCode = "400", description = "A parameter cannot be understood; errors names all")
    public Response list(
            @BeanParam BoardParameters parameters, @Context UriInfo uri, @Context HttpServerRequest request) {
        var wanted = parameters.toWanted(paging.size(parameters.limit), reader.choiceForLists(request));
        return reader.list(request, uri, wanted);
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "One posting",
            description =
                    "Open or closed for everybody, a draft for its hiring team, which also sees what becomes of late"
                            + " applications. ETag and Last-Modified are heeded, gzip and brotli spoken; If-Match of a"
                            + " write takes only the ETag of a whole posting.")
    @Parameter(
            name = HttpHeaders.ACCEPT_LANGUAGE,
            in = ParameterIn.HEADER,
            description = LANGUAGES,
            schema = @Schema(type = SchemaType.STRING, examples = "en"))
    @Parameter(
            name = "texts",
            in = ParameterIn.QUERY,
            description = "all for every language, whatever Accept-Language says",
            schema = @Schema(type = SchemaType.STRING, enumeration = "all"))
    @APIResponse(
            responseCode = "200",
            description = "The posting; ETag names its revision",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PostingView.class)))
    @APIResponse(responseCode = "304", description = "It is as you have it")
    @APIResponse(responseCode = "400", description = "A parameter cannot be understood; errors names all")
    @APIResponse(responseCode = "404", description = "There is none, or it is a draft of others")
    @APIResponse(
            responseCode = "410",
            description = "It was withdrawn",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples = @ExampleObject(name = "Withdrawn", value = TOMBSTONE)))
    public Response get(
            UUID id, @Parameter(hidden = true) @RestQuery @Nullable String texts, @Context HttpServerRequest request) {
        var choice = BoardParameters.choice(texts, reader.choice(request));
        return reader.posting(request, new PostingId(id), choice);
    }
}
