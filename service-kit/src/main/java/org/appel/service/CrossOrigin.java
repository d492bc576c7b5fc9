package org.appel.service;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the scripts of other origins may do: each may read what is public, without credentials; those that the operator
 * names may do everything that their bearer token allows. No cookie is ever asked for or sent.
 *
 * <p>The filter of Quarkus knows one rule for all methods; here reading and writing differ.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch, CORS protocol</a>
 */
@ApplicationScoped
class CrossOrigin {

    /** Before everything that could answer: a script has to see why it is refused, too. */
    private static final int BEFORE_ALL = Integer.MAX_VALUE - 1;

    private static final int NO_CONTENT = 204;
    private static final int FORBIDDEN = 403;

    /** Browsers forget after two hours at most. */
    private static final String TWO_HOURS = "7200";

    /** Ready to be sent, since nearly every answer has it. */
    private static final CharSequence EXPOSED = HttpHeaders.createOptimized(
            "ETag, Last-Modified, Link, Location, Content-Language, Retry-After, RateLimit, RateLimit-Policy");

    private static final CharSequence EVERYBODY = HttpHeaders.createOptimized("*");

    private static final String WRITING = "GET, HEAD, POST, PUT, PATCH, DELETE";

    /** What a reader may send beside the headers that need no asking. */
    private static final Set<String> OF_READERS = Set.of(
            "accept",
            "accept-language",
            "cache-control",
            "content-language",
            "if-modified-since",
            "if-none-match",
            "last-event-id",
            "pragma",
            "traceparent",
            "tracestate");

    private static final String REFUSAL = """
            {"type":"urn:appel:problem:foreign-origin","title":"Foreign origin","status":403,\
            "detail":"Scripts of this origin may read what is public, without a token; the operator can allow it more"}""";

    private final List<String> publicPaths;
    private final Set<String> origins;

    CrossOrigin(
            @ConfigProperty(name = "appel.edge.public-paths") Optional<List<String>> publicPaths,
            @ConfigProperty(name = "appel.edge.origins") Optional<List<String>> origins) {
        this.publicPaths = publicPaths.orElse(List.of());
        this.origins = Set.copyOf(origins.orElse(List.of()));
    }

    void install(@Observes Filters filters) {
        filters.register(this::handle, BEFORE_ALL);
    }

    private void handle(RoutingContext context) {
        var request = context.request();
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        var method = request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
        if (request.method() == HttpMethod.OPTIONS && origin != null && method != null) {
            answerPreflight(request, origin, method);
            return;
        }
        allow(request, origin);
        context.next();
    }

    /** What is public says so to everybody, with an origin or without: an answer that is kept serves both. */
    private void allow(HttpServerRequest request, @Nullable String origin) {
        var headers = request.response().headers();
        if (isRead(request.method().name()) && isPublic(request)) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, EVERYBODY);
            headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        } else if (origin != null && origins.contains(origin)) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
            headers.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        }
    }

    private void answerPreflight(HttpServerRequest request, String origin, String method) {
        var response = request.response();
        var asked = request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
        response.putHeader(HttpHeaders.VARY, "Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
        if (origins.contains(origin)) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin)
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, WRITING);
            if (asked != null) {
                response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, asked);
            }
        } else if (isRead(method) && isPublic(request) && isOfReaders(asked)) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD")
                    .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, String.join(", ", OF_READERS));
        } else {
            response.setStatusCode(FORBIDDEN)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                    .end(REFUSAL);
            return;
        }
        response.putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, TWO_HOURS)
                .setStatusCode(NO_CONTENT)
                .end();
    }

    private boolean isPublic(HttpServerRequest request) {
        var path = request.path();
        if (path != null) {
            for (var its : publicPaths) {
                if (path.startsWith(its) && (path.length() == its.length() || path.charAt(its.length()) == '/')) {
                    return true;
                }
            }
        }
        return false;
    }

    /** By its name: what a preflight asks for need not be a method at all. */
    private static boolean isRead(String method) {
        return method.equals(HttpMethod.GET.name()) || method.equals(HttpMethod.HEAD.name());
    }

    private static boolean isOfReaders(@Nullable String asked) {
        return asked == null
                || Stream.of(asked.split(","))
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .allMatch(name -> name.isEmpty() || OF_READERS.contains(name));
    }
}
