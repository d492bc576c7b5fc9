package org.appel.postings.feed;

import java.net.URI;
import java.util.List;
import java.util.stream.LongStream;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import org.appel.postings.config.PostingsConfig;
import org.appel.postings.config.Site;
import org.appel.service.Problem;

/** What search engines ask for first. */
@Path("/")
@PermitAll
@RunOnVirtualThread
@Tag(name = "Feeds")
class SitemapResource {

    private static final FeedQuery EVERYTHING = new FeedQuery(null, null, List.of(), null);

    private final Feeds feeds;
    private final FeedAnswers answers;
    private final Site site;
    private final long postingsInOne;

    SitemapResource(Feeds feeds, FeedAnswers answers, Site site, PostingsConfig config) {
        this.feeds = feeds;
        this.answers = answers;
        this.site = site;
        this.postingsInOne = Math.max(1, config.feeds().sitemapPages() / Pages.LANGUAGES.size());
    }

    @GET
    @Path("robots.txt")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(summary = "Where crawlers find the sitemap")
    @APIResponse(responseCode = "200", description = "For every crawler")
    public String robots() {
        return """
                User-agent: *
                Allow: /

                Sitemap: %s
                """.formatted(site.at(FeedFormat.SITEMAP.path()));
    }

    @GET
    @Path("sitemap.xml")
    @Operation(
            summary = "The pages of open postings",
            description = "One sitemap, or the list of sitemaps where one cannot hold all.")
    @APIResponse(
            responseCode = "200",
            description = "By sitemaps.org",
            content = @Content(mediaType = "application/xml", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "It is as you have it")
    public Response sitemap(HttpHeaders headers) {
        var overview = feeds.overview(EVERYTHING);
        var state = overview.state();
        long sitemaps = sitemaps(state.count());
        StreamingOutput index = out -> Sitemap.index(
                out, LongStream.rangeClosed(1, sitemaps).mapToObj(this::address).toList(), state.changedAt());
        return sitemaps == 1
                ? answers.feed(FeedFormat.SITEMAP, EVERYTHING, headers)
                : answers.answer(FeedFormat.SITEMAP, overview, EVERYTHING, headers, index);
    }

    @GET
    @Path("sitemap-{number: [1-9][0-9]{0,5}}.xml")
    @Operation(summary = "One of the listed sitemaps")
    @APIResponse(
            responseCode = "200",
            description = "By sitemaps.org",
            content = @Content(mediaType = "application/xml", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "It is as you have it")
    @APIResponse(responseCode = "404", description = "There are not so many")
    public Response part(int number, HttpHeaders headers) {
        var overview = feeds.overview(EVERYTHING);
        if (number > sitemaps(overview.state().count())) {
            throw Problem.of(404, "unknown-sitemap", "There is no sitemap " + number);
        }
        return answers.answer(
                FeedFormat.SITEMAP,
                overview,
                EVERYTHING,
                headers,
                out -> answers.writeSitemap(
                        out,
                        number == 1
                                ? null
                                : feeds.position((number - 1) * postingsInOne).orElse(null),
                        postingsInOne));
    }

    private long sitemaps(long postings) {
        return Math.max(1, (postings + postingsInOne - 1) / postingsInOne);
    }

    private URI address(long number) {
        return site.at("/sitemap-" + number + ".xml");
    }
}
