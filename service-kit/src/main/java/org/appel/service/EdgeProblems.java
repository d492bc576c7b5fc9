package org.appel.service;

import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The refusals that every service has in common, as HTTP. */
class EdgeProblems {

    @ServerExceptionMapper
    Response map(InvalidBody refused) {
        var faults = refused.faults();
        var detail = faults.size() == 1 ? faults.getFirst().detail() : faults.size() + " things are wrong, see errors";
        return Problem.of(422, "invalid-body", detail, faults).toResponse();
    }
}
