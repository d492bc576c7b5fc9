package org.appel.postings.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

import org.appel.service.Problem;

/**
 * Keeps the bodies of all requests but imports as small as a posting is. The server's own limit, which is that of an
 * import, holds for all of them; this one comes after it and before anything reads the body.
 */
@ApplicationScoped
class BodyLimit {

    private static final String IMPORT = "/postings/import";
    /** Under this name the server's limit is heeded while a body is read whose length nobody has said. */
    private static final String LIMIT_WHILE_READING = "io.quarkus.max-request-size";
    /** Right after the server's own check. */
    private static final int PRIORITY = 1;

    private final ObjectMapper json;
    private final long most;

    BodyLimit(ObjectMapper json, PostingsConfig config) {
        this.json = json;
        most = config.bulk().longestLine().asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::limit, PRIORITY);
    }

    private void limit(RoutingContext context) {
        if (isImport(context)) {
            context.next();
        } else if (declaredLength(context) > most) {
            refuse(context);
        } else {
            context.put(LIMIT_WHILE_READING, most);
            context.next();
        }
    }

    private static boolean isImport(RoutingContext context) {
        return context.request().method().equals(HttpMethod.POST)
                && context.normalizedPath().equals(IMPORT);
    }

    private void refuse(RoutingContext context) {
        var problem = Problem.of(413, "too-large", "The body has more than " + most + " bytes");
        var response =
                context.response().setStatusCode(413).putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json");
        if (context.request().version() != HttpVersion.HTTP_2) {
            response.putHeader(HttpHeaders.CONNECTION, "close");
        }
        response.end(text(problem))
                .onComplete(_ -> context.request().connection().close());
    }

    private String text(Object problem) {
        try {
            return json.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
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
