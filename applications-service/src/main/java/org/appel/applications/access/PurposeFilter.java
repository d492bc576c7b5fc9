package org.appel.applications.access;

import java.util.stream.Collectors;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

import org.appel.applications.model.Purpose;
import org.appel.service.Problem;

/** Refuses a purpose that there is not, before anything is done or shown. */
@Provider
class PurposeFilter implements ContainerRequestFilter {
    private static final String HEADER = "Access-Purpose";

    @Override
    public void filter(ContainerRequestContext request) {
        var named = request.getHeaderString(HEADER);
        if (named != null && Purpose.named(named).isEmpty()) {
            var purposes = Purpose.named().stream().map(Purpose::code).toList();
            request.abortWith(Problem.builder(
                            400,
                            "unknown-purpose",
                            HEADER + " is one of " + purposes.stream().collect(Collectors.joining(", ")))
                    .with("purposes", purposes)
                    .build()
                    .toResponse());
        }
    }

    /** The purpose that a request names; the selection if it names none. */
    static Purpose purpose(HttpHeaders headers) {
        var named = headers.getHeaderString(HEADER);
        return named == null ? Purpose.SELECTION : Purpose.named(named).orElseThrow();
    }
}
