package org.appel.postings.authoring;

import jakarta.ws.rs.core.HttpHeaders;

import org.appel.service.Etags;

/** Which revision of a posting the caller has seen, by the header {@code If-Match}. */
public final class IfMatch {

    private final HttpHeaders headers;

    IfMatch(HttpHeaders headers) {
        this.headers = headers;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 428 if the caller does not say, 412 if it is another */
    void require(long revision) {
        Etags.require(headers, revision);
    }

    /** Whether the caller names just this revision. */
    boolean isExactly(long revision) {
        return ("\"" + revision + "\"").equals(headers.getHeaderString(HttpHeaders.IF_MATCH));
    }
}
