package org.appel.service;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The refusals that every service has in common, as HTTP. */
class EdgeProblems {

    private static final int FIRST = 1;

    @ServerExceptionMapper
    Response map(InvalidBody refused) {
        var faults = refused.faults();
        var detail = faults.size() == 1 ? faults.getFirst().detail() : faults.size() + " things are wrong, see errors";
        return Problem.of(422, "invalid-body", detail, faults).toResponse();
    }

    /** The library's own mapper of this case was built against an older platform and fails. */
    @ServerExceptionMapper(
            value = {UnauthorizedException.class, AuthenticationFailedException.class},
            priority = FIRST)
    Response map(SecurityException unknownCaller) {
        return Problem.builder(401, "unauthorized", "A valid bearer token is needed")
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build()
                .toResponse();
    }
}
