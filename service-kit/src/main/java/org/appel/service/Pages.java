package org.appel.service;

import java.util.List;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jspecify.annotations.Nullable;

/**
 * Answers with pages.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8288">RFC 8288, Web Linking</a>
 */
public final class Pages {

    private Pages() {}

    /**
     * A page as body, and its successor as {@code Link: rel="next"}.
     *
     * @param nextCursor made by {@link Cursor#encode}; null on the last page
     */
    public static <T> Response respond(UriInfo uri, List<T> items, @Nullable String nextCursor) {
        if (nextCursor == null) {
            return Response.ok(new Page<>(items, null)).build();
        }
        var next = next(uri, nextCursor);
        return Response.ok(new Page<>(items, next))
                .header(HttpHeaders.LINK, link(next))
                .build();
    }

    /** Where the next page is: the request's own address with another cursor. */
    public static String next(UriInfo uri, String cursor) {
        return uri.getRequestUriBuilder()
                .scheme(null)
                .host(null)
                .port(-1)
                .replaceQueryParam("cursor", cursor)
                .build()
                .toString();
    }

    /** The value of the header {@code Link} that leads there. */
    public static String link(String next) {
        return "<" + next + ">; rel=\"next\"";
    }
}
