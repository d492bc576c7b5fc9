package org.appel.postings.changes;

import java.time.Duration;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
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
import org.jboss.resteasy.reactive.RestMulti;

import org.appel.postings.changes.ChangeStreams.Reader;
import org.appel.postings.config.PostingsConfig;
import org.appel.service.Caller;

/**
 * The change log as a stream.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent events</a>
 */
@Path("/postings/changes/stream")
@PermitAll
@Tag(name = "Changes")
class ChangeStreamResource {

    private static final String NAME = "posting-change";

    private final ChangeStreams streams;
    private final Caller caller;
    private final Duration retry;

    ChangeStreamResource(ChangeStreams streams, Caller caller, PostingsConfig config) {
        this.streams = streams;
        this.caller = caller;
        this.retry = config.changes().retry();
    }

    /** Blocking, since it looks into the log before it says 200; what follows holds no thread. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @Operation(
            summary = "What happens from an entry on, as it happens",
            description =
                    "Server-sent events: `id` is the entry's `seq`, `event` is posting-change, `data` the entry as"
                            + " in the pages. A reader that breaks off comes back with `Last-Event-ID`, as browsers do by"
                            + " themselves, and misses nothing. A comment tells in silences that the stream is alive; a stream"
                            + " may end at any time, when a server stops.")
    @Parameter(
            name = "Last-Event-ID",
            in = ParameterIn.HEADER,
            description = "The `seq` of the last entry that you have; wins over `after`",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0"))
    @APIResponse(
            responseCode = "200",
            description = "The entries, without end",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = ChangeView.class),
                            examples = @ExampleObject(name = "One entry", value = Examples.STREAM)))
    @APIResponse(responseCode = "400", description = "A parameter cannot be understood; errors names all")
    @APIResponse(responseCode = "410", description = "The log does not reach this far any more; begin again with 0")
    @APIResponse(responseCode = "503", description = "Too many streams at once; Retry-After says when to come again")
    public RestMulti<OutboundSseEvent> stream(
            @BeanParam ChangeParameters parameters, @Context Sse sse, HttpServerRequest request) {
        var signals = streams.open(parameters.stream(), reader(request)).map(signal -> event(sse, signal));
        var hello = sse.newEventBuilder()
                .reconnectDelay(retry.toMillis())
                .comment("the changes of postings, from here on")
                .build();
        return RestMulti.fromMultiData(Multi.createBy()
                        .concatenating()
                        .streams(Multi.createFrom().item(hello), signals))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                // nginx would collect the events in a buffer.
                .header("X-Accel-Buffering", "no")
                .build();
    }

    private Reader reader(HttpServerRequest request) {
        var from = request.remoteAddress();
        return caller.isAnonymous()
                ? new Reader(null, from == null ? null : from.hostAddress())
                : new Reader(caller.client(), null);
    }

    private static OutboundSseEvent event(Sse sse, ChangeSignal signal) {
        return switch (signal) {
            case ChangeSignal.Told told ->
                sse.newEventBuilder()
                        .id(Long.toString(told.seq()))
                        .name(NAME)
                        .data(told.json())
                        .build();
            case ChangeSignal.StillHere _ ->
                sse.newEventBuilder().comment("still here").build();
        };
    }
}
