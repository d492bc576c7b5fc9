package org.appel.postings.changes;

import java.time.Duration;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
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

import org.appel.postings.config.PostingsConfig;
import org.appel.service.Etags;

/** The change log in pages. */
@Path("/postings/changes")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(
        name = "Changes",
        description = "What happened to postings since you looked last: nothing is missed, nothing polled twice")
class ChangeResource {

    private final ChangeFeed feed;
    private final Duration keep;

    ChangeResource(ChangeFeed feed, PostingsConfig config) {
        this.feed = feed;
        this.keep = config.changes().keepPages();
    }

    @GET
    @Operation(
            summary = "What happened after an entry that you have",
            description = "Begin with `after=0`, apply the items in their order, keep where `next` leads, and ask there"
                    + " again: at once while `more` is true, later when it is not. Each item carries the whole public"
                    + " state, so applying one twice does no harm; but one that a later version has `replaced` carries no"
                    + " `posting`: leave it out, its successor follows. The log is never cut.")
    @APIResponse(
            responseCode = "200",
            description = "A page, possibly empty; `next` and the Link header say where to go on",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ChangePage.class),
                            examples = @ExampleObject(name = "A closing and a withdrawal", value = Examples.PAGE)))
    @APIResponse(responseCode = "304", description = "It is as you have it")
    @APIResponse(responseCode = "400", description = "A parameter cannot be understood; errors names all")
    @APIResponse(
            responseCode = "410",
            description =
                    "The log does not reach this far any more: this service was restored from an older copy; begin"
                            + " again with `after=0`")
    public Response changes(@BeanParam ChangeParameters parameters, UriInfo uri, HttpHeaders headers) {
        var wanted = parameters.page();
        var stretch = feed.read(wanted.after(), wanted.organisation(), wanted.limit());
        var tag = new EntityTag(stretch.tag());
        var next = next(uri, stretch);
        var answer = Etags.noneMatch(headers, tag)
                ? Response.notModified()
                : Response.ok(new ChangePage(stretch.items(), next, stretch.more()));
        return answer.tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, caching(stretch))
                .header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"")
                .build();
    }

    private String caching(Stretch stretch) {
        return stretch.more() ? "public, max-age=" + keep.toSeconds() : "no-cache";
    }

    private static String next(UriInfo uri, Stretch stretch) {
        return uri.getRequestUriBuilder()
                .scheme(null)
                .host(null)
                .port(-1)
                .replaceQueryParam("after", stretch.last())
                .build()
                .toString();
    }
}
