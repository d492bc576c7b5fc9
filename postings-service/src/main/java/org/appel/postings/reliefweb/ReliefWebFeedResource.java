package org.appel.postings.reliefweb;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

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

import org.appel.postings.config.Paging;
import org.appel.postings.reliefweb.ReliefWebDesk.Standing;
import org.appel.service.Cursor;
import org.appel.service.Pages;

/** What ReliefWeb is given, for everybody who wants to look. */
@Path("/feeds/reliefweb.json")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Feeds")
class ReliefWebFeedResource {

    private static final String EXAMPLE = """
            {"items": [{"url": "https://jobs.example.org/careers/fr/postings/0197edea-a3b8-767c-9c11-386ef552ddd0",
               "uuid": "dfc661cd-4cbc-5e4d-9539-dbc02436665a",
               "title": "Chargé·e protection de l’espace civique (Tunisie/UE)", "source": [1503],
               "closing_date": "2025-08-03T23:59:59Z", "body": "<p>…</p>", "how_to_apply": "<p>…</p>",
               "job_type": [263], "job_experience": [258], "career_category": [6867], "theme": [4600]}],
             "next": null}""";

    private final ReliefWebDesk desk;
    private final Paging paging;

    ReliefWebFeedResource(ReliefWebDesk desk, Paging paging) {
        this.desk = desk;
        this.paging = paging;
    }

    @GET
    @Operation(
            summary = "As job documents of ReliefWeb",
            description = "Of the open postings that their teams want there, but those that lack something. A page may"
                    + " have fewer items than its limit.")
    @APIResponse(
            responseCode = "200",
            description = "A page of them",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "One document", value = EXAMPLE)))
    public Response list(@RestQuery @Nullable String limit, @RestQuery @Nullable String cursor, UriInfo uri) {
        int size = paging.size(limit);
        var found = desk.open(after(cursor), size + 1);
        var last = found.size() > size ? found.get(size - 1) : null;
        var documents = found.stream()
                .limit(size)
                .map(ReliefWebFeedResource::document)
                .filter(Objects::nonNull)
                .toList();
        return Pages.respond(
                uri,
                documents,
                last == null ? null : Cursor.encode(last.posting().toString()));
    }

    private static @Nullable Map<String, Object> document(Standing standing) {
        var document = standing.made().document();
        return document == null ? null : document.fields();
    }

    private static @Nullable UUID after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return UUID.fromString(Cursor.decode(cursor, 1).getFirst());
        } catch (IllegalArgumentException e) {
            throw Cursor.bad();
        }
    }
}
