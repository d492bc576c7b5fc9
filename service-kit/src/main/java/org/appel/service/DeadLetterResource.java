package org.appel.service;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.smallrye.common.annotation.RunOnVirtualThread;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.appel.messaging.DeadLetter;
import org.appel.messaging.DeadLetters;

/** The events that this service could not process. */
@Path("/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPS, Roles.ADMIN})
@RunOnVirtualThread
@Tag(name = "Operations")
public class DeadLetterResource {

    private final DeadLetters letters;

    DeadLetterResource(DeadLetters letters) {
        this.letters = letters;
    }

    @GET
    @Operation(summary = "The events that could not be processed, oldest first, with the reason")
    public Response list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @Context UriInfo uri) {
        var found = letters.list(cursor == null ? null : id(cursor), limit + 1);
        if (found.size() <= limit) {
            return Pages.respond(uri, found, null);
        }
        var page = found.subList(0, limit);
        return Pages.respond(uri, page, Cursor.encode(page.getLast().id().toString()));
    }

    @POST
    @Path("/{id}/replay")
    @Operation(summary = "Process the event once more, after its cause was mended")
    public DeadLetter replay(@PathParam("id") UUID id) {
        return switch (letters.replay(id)) {
            case DeadLetters.Replay.Done done -> done.letter();
            case DeadLetters.Replay.Refused refused ->
                throw Problem.of(422, "still-refused", refused.letter().reason());
            case DeadLetters.Replay.DoneBefore before ->
                throw Problem.of(
                        409,
                        "replayed-before",
                        "It was replayed at " + before.letter().replayedAt());
            case DeadLetters.Replay.Unknown unknown ->
                throw Problem.of(404, "unknown-dead-letter", "There is no dead letter " + unknown.id());
        };
    }

    private static UUID id(String cursor) {
        try {
            return UUID.fromString(Cursor.decode(cursor, 1).getFirst());
        } catch (IllegalArgumentException e) {
            throw Cursor.bad();
        }
    }
}
