package org.appel.postings.feed;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Open postings for readers and boards. Whatever a client says that it accepts, a feed has one format. */
@Path("/feeds")
@PermitAll
@RunOnVirtualThread
@Tag(name = "Feeds", description = "Open postings for readers, boards and search engines")
class FeedResource {

    private static final String NEWEST = "Newest first, page after page; a closed posting leaves it, a change moves its"
            + " time and never its id. ETag and Last-Modified are heeded.";
    private static final String ALL =
            "All open postings at once, but those that lack what the board must have: see omissions.";

    private static final String JSON_EXAMPLE = """
            {"version": "https://jsonfeed.org/version/1.1", "title": "Postes ouverts",
             "home_page_url": "https://jobs.example.org/careers/fr",
             "feed_url": "https://jobs.example.org/feeds/postings.json?language=fr", "language": "fr",
             "items": [{"id": "https://jobs.example.org/postings/0197edea-a3b8-767c-9c11-386ef552ddd0",
               "url": "https://jobs.example.org/careers/fr/postings/0197edea-a3b8-767c-9c11-386ef552ddd0",
               "title": "Chargé·e protection de l’espace civique (Tunisie/UE)", "content_html": "<p>…</p>",
               "date_published": "2025-07-09T07:00:12Z", "date_modified": "2025-07-09T07:00:12Z", "language": "fr",
               "authors": [{"name": "Organisation mondiale contre la torture (OMCT)"}],
               "_appel": {"posting": "0197edea-a3b8-767c-9c11-386ef552ddd0", "organisation": "omct",
                 "closesAt": "2025-08-04T00:00:00+02:00", "workloadPercent": 80,
                 "employmentType": ["PART_TIME", "TEMPORARY"],
                 "places": [{"city": "Bruxelles", "country": "BE", "arrangement": "on-site"}], "pages": {}}}]}""";

    private static final String INDEED_EXAMPLE = """
            <?xml version='1.0' encoding='UTF-8'?><source><publisher>Open positions</publisher><job>
            <title><![CDATA[Chargé·e protection de l’espace civique (Tunisie/UE)]]></title>…</job></source>""";

    private final FeedAnswers answers;

    FeedResource(FeedAnswers answers) {
        this.answers = answers;
    }

    @GET
    @Path("/postings.json")
    @Operation(summary = "As JSON Feed 1.1", description = NEWEST)
    @APIResponse(
            responseCode = "200",
            description = "A page of the feed; next_url leads to the next",
            content =
                    @Content(
                            mediaType = JsonFeed.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "One posting", value = JSON_EXAMPLE)))
    @APIResponse(responseCode = "304", description = "It is as you have it")
    @APIResponse(responseCode = "404", description = "There is no such organisation")
    public Response json(
            @BeanParam FeedParameters parameters, @RestQuery @Nullable String cursor, HttpHeaders headers) {
        return answers.feed(FeedFormat.JSON, parameters.toQuery(cursor), headers);
    }

    @GET
    @Path("/postings.atom")
    @Operation(summary = "As Atom", description = NEWEST)
    @APIResponse(
            responseCode = "200",
            description = "A page of the feed; the link next leads to the next",
            content = @Content(mediaType = AtomFeed.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "It is as you have it")
    @APIResponse(responseCode = "404", description = "There is no such organisation")
    public Response atom(
            @BeanParam FeedParameters parameters, @RestQuery @Nullable String cursor, HttpHeaders headers) {
        return answers.feed(FeedFormat.ATOM, parameters.toQuery(cursor), headers);
    }

    @GET
    @Path("/postings.rss")
    @Operation(summary = "As RSS 2.0", description = NEWEST)
    @APIResponse(
            responseCode = "200",
            description = "A page of the feed; atom:link next leads to the next",
            content = @Content(mediaType = RssFeed.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "It is as you have it")
    @APIResponse(responseCode = "404", description = "There is no such organisation")
    public Response rss(@BeanParam FeedParameters parameters, @RestQuery @Nullable String cursor, HttpHeaders headers) {
        return answers.feed(FeedFormat.RSS, parameters.toQuery(cursor), headers);
    }

    @GET
    @Path("/indeed.xml")
    @Operation(summary = "For Indeed", description = ALL)
    @APIResponse(
            responseCode = "200",
            description = "The whole feed",
            content =
                    @Content(
                            mediaType = "application/xml",
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "One posting", value = INDEED_EXAMPLE)))
    @APIResponse(responseCode = "304", description = "It is as you have it")
    @APIResponse(responseCode = "404", description = "There is no such organisation")
    public Response indeed(@BeanParam FeedParameters parameters, HttpHeaders headers) {
        return answers.feed(FeedFormat.INDEED, parameters.toQuery(null), headers);
    }

    @GET
    @Path("/linkedin.xml")
    @Operation(summary = "For LinkedIn", description = ALL)
    @APIResponse(
            responseCode = "200",
            description = "The whole feed",
            content = @Content(mediaType = "application/xml", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "It is as you have it")
    @APIResponse(responseCode = "404", description = "There is no such organisation")
    public Response linkedin(@BeanParam FeedParameters parameters, HttpHeaders headers) {
        return answers.feed(FeedFormat.LINKEDIN, parameters.toQuery(null), headers);
    }
}
