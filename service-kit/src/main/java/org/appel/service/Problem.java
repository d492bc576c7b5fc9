package org.appel.service;

import java.net.URI;
import java.util.List;

import io.quarkiverse.resteasy.problem.HttpProblem;

/**
 * Refusals as {@code application/problem+json}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public final class Problem {

    private Problem() {}

    /**
     * @param status the HTTP status
     * @param slug the kind of problem in lower case with hyphens; part of the API, as {@code urn:appel:problem:<slug>}
     * @param detail this occurrence, for a person to read
     */
    public static HttpProblem of(int status, String slug, String detail) {
        return builder(status, slug, detail).build();
    }

    /** As {@link #of(int, String, String)}, with everything that is wrong as member {@code errors}. */
    public static HttpProblem of(int status, String slug, String detail, List<Fault> errors) {
        return builder(status, slug, detail).with("errors", errors).build();
    }

    /** To add members or headers of one's own to a problem. */
    public static HttpProblem.Builder builder(int status, String slug, String detail) {
        return HttpProblem.builder()
                .withType(URI.create("urn:appel:problem:" + slug))
                .withTitle(title(slug))
                .withStatus(status)
                .withDetail(detail);
    }

    private static String title(String slug) {
        var words = slug.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
