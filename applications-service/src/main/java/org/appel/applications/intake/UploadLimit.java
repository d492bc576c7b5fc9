package org.appel.applications.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import org.appel.applications.config.IntakeConfig;
import org.appel.applications.config.Problems;
import org.appel.applications.model.Refusal;
import org.appel.applications.storage.Arrivals;

/**
 * Watches over applications on their way in, before any of our code has them whole: turns them away while too many are in
 * work, ends those that are too large or take too long, and notes in the ledger what never reached {@link Intake}.
 */
@ApplicationScoped
class UploadLimit {
    private static final Logger LOG = Logger.getLogger(UploadLimit.class);
    /** Whatever the routing takes for this request: ids without leading zeros, matrix parameters. */
    private static final Pattern PATH =
            Pattern.compile("/postings/([^/;]+)(?:;[^/]*)?/applications(?:;[^/]*)?(/page(?:;[^/]*)?)?/?");

    /** What a candidate sends later. If it breaks off, the path names no posting in whose ledger it would stand. */
    private static final Pattern LATER_PATH = Pattern.compile("/my(?:;[^/]*)?/.*");
    /** Of these, what a front end sends; the page in a browser says in words that it should be tried again. */
    private static final String DOCUMENTS = "/documents/";

    private static final String EXPECTED = "appel.intake.expected";
    /**
     * So long a place in line is held for who is sending. It is enough for a flood from near by; a few hundred who send slowly
     * must not keep everybody else out.
     */
    private static final long PLACE_HELD_IN_MILLIS = 250;

    private static final String HANDED_OVER = "appel.intake.handed-over";
    private static final String BROKEN_OFF = "appel.intake.broken-off";
    /** Of a browser, which is answered with a page: the posting of the address. */
    private static final String BROWSERS = "appel.intake.browsers";
    /** After the kit's filter that notes the time of arrival, before all that reads the body. */
    private static final int PRIORITY = Integer.MAX_VALUE - 10;

    private final WorkGate gate;
    private final Arrivals arrivals;
    private final Clock clock;
    private final ObjectMapper json;
    private final IntakePages pages;
    private final CurrentVertxRequest current;
    private final ExecutorService executor;
    private final long limitInMillis;
    private final long mostBytes;
    /** The same for everybody who is turned away: made anew each time, it was a fifth of what each of a flood cost. */
    private final Answer busy;

    UploadLimit(
            WorkGate gate,
            Arrivals arrivals,
            Clock clock,
            ObjectMapper json,
            IntakePages pages,
            CurrentVertxRequest current,
            @VirtualThreads ExecutorService executor,
            IntakeConfig config,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize mostBytes) {
        this.gate = gate;
        this.arrivals = arrivals;
        this.clock = clock;
        this.json = json;
        this.pages = pages;
        this.current = current;
        this.executor = executor;
        limitInMillis = config.uploadLimit().toMillis();
        this.mostBytes = mostBytes.asLongValue();
        busy = asProblem(new Refusal.Busy());
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, PRIORITY);
    }

    /** Says that from here on {@link Intake} answers for the request in hand, and for its note in the ledger. */
    void handOver() {
        var context = current.getCurrent();
        context.put(HANDED_OVER, true);
        WorkGate.Expected expected = context.get(EXPECTED);
        if (expected != null) {
            expected.release();
        }
    }

    /** Says that the body of the request in hand ended before its form did. */
    void brokeOff() {
        current.getCurrent().put(BROKEN_OFF, true);
    }

    private void watch(RoutingContext context) {
        var path = PATH.matcher(context.normalizedPath());
        var method = context.request().method();
        if (method.equals(HttpMethod.POST) && path.matches()) {
            var posting = path.group(1);
            if (path.group(2) != null) {
                context.put(BROWSERS, IntakePages.known(posting));
            }
            limit(context, true, () -> noteAtEnd(context, posting));
        } else if (!method.equals(HttpMethod.GET)
                && LATER_PATH.matcher(context.normalizedPath()).matches()) {
            limit(context, context.normalizedPath().contains(DOCUMENTS), () -> {});
        } else {
            context.next();
        }
    }

    /** @param arrived done before anything else, but for those who are turned away: they have not arrived */
    private void limit(RoutingContext context, boolean mayHaveDocuments, Runnable arrived) {
        if (declaredLength(context) > mostBytes) {
            arrived.run();
            end(context, new Refusal.TooLarge(mostBytes));
            return;
        }
        var expected = mayHaveDocuments ? gate.expect() : Optional.<WorkGate.Expected>empty();
        if (mayHaveDocuments && expected.isEmpty()) {
            turnAway(context);
            return;
        }
        arrived.run();
        expected.ifPresent(place -> hold(context, place));
        letSend(context);
    }

    private void letSend(RoutingContext context) {
        long timer = context.vertx().setTimer(limitInMillis, _ -> endIfIncomplete(context));
        context.addEndHandler(_ -> context.vertx().cancelTimer(timer));
        context.next();
    }

    private void hold(RoutingContext context, WorkGate.Expected place) {
        long timer = context.vertx().setTimer(PLACE_HELD_IN_MILLIS, _ -> place.release());
        context.addEndHandler(_ -> {
            context.vertx().cancelTimer(timer);
            place.release();
        });
        context.put(EXPECTED, place);
    }

    private void endIfIncomplete(RoutingContext context) {
        if (!context.request().isEnded() && !context.response().headWritten()) {
            end(context, new Refusal.UploadTimeout());
        }
    }

    /** What was sent is read to its end without being looked at: a client that still sends does not see an answer. */
    private void turnAway(RoutingContext context) {
        gate.countTurnedAway();
        answer(context, new Refusal.Busy()).send(context.response());
        context.request().resume();
        // Once all is read that is there; most have sent everything by then, and need no timer.
        context.vertx().runOnContext(_ -> limitRest(context));
    }

    private void limitRest(RoutingContext context) {
        var request = context.request();
        if (request.isEnded()) {
            return;
        }
        long timer = context.vertx()
                .setTimer(limitInMillis, _ -> request.connection().close());
        request.endHandler(_ -> context.vertx().cancelTimer(timer));
        request.exceptionHandler(_ -> context.vertx().cancelTimer(timer));
    }

    private void end(RoutingContext context, Refusal refusal) {
        context.response().putHeader(HttpHeaders.CONNECTION, "close");
        answer(context, refusal)
                .send(context.response())
                .onComplete(_ -> context.request().connection().close());
    }

    /** A refusal, ready to be sent. */
    private record Answer(int status, Map<String, String> headers, Buffer body) {
        Future<Void> send(HttpServerResponse response) {
            headers.forEach(response::putHeader);
            return response.setStatusCode(status).end(body);
        }
    }

    private Answer answer(RoutingContext context, Refusal refusal) {
        var problem = refusal instanceof Refusal.Busy ? busy : asProblem(refusal);
        String posting = context.get(BROWSERS);
        if (posting == null) {
            return problem;
        }
        var language = IntakePages.language(context.request().getParam(IntakePageResource.LANGUAGE));
        var headers = new HashMap<>(problem.headers());
        headers.putAll(pages.headers(language));
        return new Answer(problem.status(), headers, Buffer.buffer(pages.refused(refusal, posting, language)));
    }

    private Answer asProblem(Refusal refusal) {
        var problem = Problems.of(refusal);
        var headers = new HashMap<String, String>();
        problem.getHeaders().forEach((name, value) -> headers.put(name, value.toString()));
        headers.put("Content-Type", "application/problem+json");
        return new Answer(problem.getStatusCode(), headers, Buffer.buffer(text(problem)));
    }

    private String text(Object problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void noteAtEnd(RoutingContext context, String posting) {
        var arrivedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        context.addEndHandler(answered -> note(context, posting, arrivedAt, answered.succeeded()));
    }

    private void note(RoutingContext context, String posting, Instant arrivedAt, boolean answered) {
        int status = context.response().getStatusCode();
        if (context.get(HANDED_OVER) != null || answered && (status < 400 || status >= 500)) {
            return;
        }
        boolean aborted = !answered || status == 400 && context.get(BROKEN_OFF) != null;
        var reason = aborted ? "upload-aborted" : reason(status);
        executor.execute(() -> {
            try {
                arrivals.refused(UUID.fromString(posting), arrivedAt, reason);
            } catch (RuntimeException e) {
                LOG.warnf("arrival not noted postingId=%s reason=%s cause=%s", posting, reason, e.getMessage());
            }
        });
    }

    private static String reason(int status) {
        return switch (status) {
            case 408 -> "upload-timeout";
            case 413 -> "too-large";
            case 415 -> "unsupported-media-type";
            default -> "malformed-request";
        };
    }

    private static long declaredLength(RoutingContext context) {
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
