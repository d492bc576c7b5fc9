package org.appel.launcher.http;

import java.net.http.HttpHeaders;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a service answered.
 *
 * @param json the body; a missing node when there was none or it is not JSON
 * @param text the body as it came
 */
public record Answer(int status, HttpHeaders headers, JsonNode json, String text) {

    /** Whether the request was done, 200 to 299. */
    public boolean isDone() {
        return status / 100 == 2;
    }

    /** The answer itself when it was done. */
    public Answer orThrow(String what) {
        if (!isDone()) {
            throw new UnexpectedAnswer("%s was answered with %d: %s".formatted(what, status, text));
        }
        return this;
    }

    /** The slug of a problem's type, for example {@code deadline-passed}; empty when this is no problem. */
    public String problem() {
        var type = json.path("type").asText("");
        return type.substring(type.lastIndexOf(':') + 1);
    }

    /** The entity tag; empty when there is none. */
    public String etag() {
        return headers.firstValue("ETag").orElse("");
    }
}
