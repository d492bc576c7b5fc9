package org.appel.service;

import java.util.Arrays;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * Entity tags made of versions, and the conditions on them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#name-conditional-requests">RFC 9110, 13</a> and <a
 *     href="https://www.rfc-editor.org/rfc/rfc6585#section-3">RFC 6585, 3</a>
 */
public final class Etags {

    private Etags() {}

    /** A strong tag. */
    public static EntityTag of(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * Lets a write through only if the caller has seen the current version.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 428 without {@code If-Match}, 412 if it names another version
     */
    public static void require(HttpHeaders headers, long version) {
        var match = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (match == null || match.isBlank()) {
            throw Problem.of(
                    428, "precondition-required", "Say with If-Match which version you change; ETag of a GET names it");
        }
        demand(match, version);
    }

    /**
     * Lets a write through unless the caller says that another version was meant.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 412 if {@code If-Match} names another version
     */
    public static void respect(HttpHeaders headers, long version) {
        var match = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if (match != null && !match.isBlank()) {
            demand(match, version);
        }
    }

    /** Whether the caller has this representation already, by {@code If-None-Match}. */
    public static boolean noneMatch(HttpHeaders headers, EntityTag tag) {
        var seen = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        return seen != null && names(seen.replace("W/", ""), tag);
    }

    private static void demand(String match, long version) {
        if (!names(match, of(version))) {
            throw Problem.of(
                    412, "precondition-failed", "It was changed meanwhile: the current version is \"" + version + "\"");
        }
    }

    private static boolean names(String header, EntityTag tag) {
        var wanted = "\"" + tag.getValue() + "\"";
        return Arrays.stream(header.split(",")).map(String::strip).anyMatch(t -> t.equals("*") || t.equals(wanted));
    }
}
