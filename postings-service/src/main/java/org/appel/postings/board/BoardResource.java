package org.appel.postings.board;

import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import org.appel.postings.config.Paging;
import org.appel.postings.model.Posting.Published;
import org.appel.postings.model.PostingId;
import org.appel.postings.storage.BoardQuery;
import org.appel.postings.storage.BoardQuery.Sort;
import org.appel.service.Etags;

/** The public's side of {@code /postings}. */
@Path("/postings")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Board", description = "What everybody may read, without a token")
class BoardResource {

    /** Kept copies are asked about each time: a closed posting must not be shown as open. */
    private static final String ASK_AGAIN = "no-cache";

    private static final String LIST = """
            {"items": [{"id": "0197edea-a3b8-767c-9c11-386ef552ddd0", "state": "open", "version": 1,
              "publishedAt": "2025-07-09T07:00:12.345678Z", "closesAt": "2025-08-04T00:00:00+02:00",
              "reference": "OMCT-2025-07", "organisation": "omct", "originalLanguage": "fr",
              "texts": {"fr": {"title": "Chargé·e protection de l’espace civique (Tunisie/UE)"}},
              "workloadPercent": 80, "places": [{"city": "Bruxelles", "country": "BE", "arrangement": "on-site"}],
              "contract": {"type": "fixed-term", "months": 12, "renewable": true, "condition": null},
              "grade": null, "languages": [{"code": "fr", "need": "required", "level": null}],
              "payForThisWorkload": {"from": 30720, "to": 33120, "currency": "EUR", "per": "year", "gross": true}}],
             "next": null}""";

    private static final String TOMBSTONE = """
            {"type": "urn:appel:problem:posting-withdrawn", "title": "Posting withdrawn", "status": 410,
             "detail": "Posting 0197edea-a3b8-767c-9c11-386ef552ddd0 was withdrawn: Poste pourvu en interne",
             "id": "0197edea-a3b8-767c-9c11-386ef552ddd0", "organisation": "omct", "state": "withdrawn",
             "publishedAt": "2025-07-09T07:00:12.345678Z", "withdrawnAt": "2025-07-16T10:00:00Z",
             "reason": "Poste pourvu en interne"}""";

    private final Board board;
    private final Paging paging;

    BoardResource(Board board, Paging paging) {
        this.board = board;
        this.paging = paging;
    }

    @GET
    @Operation(
            summary = "Open postings",
            description = "Only those that take applications at this moment. `next` and the Link header lead to the"
                    + " next page; what is published meanwhile neither repeats nor hides an item.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = BoardPage.class),
                            examples = @ExampleObject(name = "One posting", value = LIST)))
    @APIResponse(responseCode = "400", description = "A parameter cannot be understood; errors names all")
    public Response list(@BeanParam BoardParameters parameters, UriInfo uri) {
        int size = paging.size(parameters.limit);
        var query = parameters.toQuery(size);
        return paging.respond(uri, board.list(query), size, PostingLine::of, last -> cursorAfter(query, last));
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "One posting",
            description =
                    "Open or closed for everybody, a draft for its hiring team, which also sees what becomes of late"
                            + " applications; ETag and If-None-Match are heeded.")
    @APIResponse(
            responseCode = "200",
            description = "The posting; ETag names its revision",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PostingView.class)))
    @APIResponse(responseCode = "304", description = "It is as you have it")
    @APIResponse(responseCode = "404", description = "There is none, or it is a draft of others")
    @APIResponse(
            responseCode = "410",
            description = "It was withdrawn",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples = @ExampleObject(name = "Withdrawn", value = TOMBSTONE)))
    public Response get(UUID id, HttpHeaders headers) {
        var reading = board.read(new PostingId(id));
        var answer = Etags.noneMatch(headers, reading.tag()) ? Response.notModified() : Response.ok(reading.view());
        return answer.tag(reading.tag())
                .header(HttpHeaders.CACHE_CONTROL, ASK_AGAIN)
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .build();
    }

    private static String cursorAfter(BoardQuery query, Published last) {
        var at = query.sort() == Sort.NEWEST
                ? last.publication().publishedAt()
                : last.publication().closesAt();
        return BoardParameters.cursorAfter(query.sort(), at, last.id().value());
    }
}
