package org.appel.service;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import org.appel.messaging.Trouble;

/** The refusals that every service has in common, as HTTP. */
class EdgeProblems {

    private static final Logger LOG = Logger.getLogger(EdgeProblems.class);
    private static final int FIRST = 1;
    private static final String FORM_PARSER = "org.jboss.resteasy.reactive.server.core.multipart.";

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

    /**
     * While the database is away the caller may come again. A form that cannot be parsed is the caller's doing, which
     * the framework takes for a fault of ours. Anything else is one, logged once.
     */
    @ServerExceptionMapper
    Response map(RuntimeException failure) {
        if (comesFromFormParser(failure)) {
            return Problem.of(400, "malformed-request", "The body is no form, or broke off")
                    .toResponse();
        }
        if (Trouble.of(failure) == Trouble.PASSING) {
            LOG.warnf("request could not be answered reason=%s", failure.getMessage());
            return Problem.builder(503, "try-again", "The service cannot answer at this moment: send it again")
                    .withHeader(HttpHeaders.RETRY_AFTER, "1")
                    .build()
                    .toResponse();
        }
        LOG.error("request failed", failure);
        return Problem.of(500, "internal-error", "Something went wrong here").toResponse();
    }

    private static boolean comesFromFormParser(RuntimeException failure) {
        return failure.getStackTrace().length > 0
                && failure.getStackTrace()[0].getClassName().startsWith(FORM_PARSER);
    }
}
