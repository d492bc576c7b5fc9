package org.appel.applications.intake;

import java.io.IOException;

import jakarta.ws.rs.core.Response;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import org.appel.service.Problem;

/** An upload that breaks off is the client's doing; the framework would call it a fault of ours. */
class BrokenRequests {
    private static final Logger LOG = Logger.getLogger(BrokenRequests.class);

    private final CurrentVertxRequest current;
    private final UploadLimit upload;

    BrokenRequests(CurrentVertxRequest current, UploadLimit upload) {
        this.current = current;
        this.upload = upload;
    }

    @ServerExceptionMapper
    Response map(IOException broken) {
        LOG.debugf("request broken off reason=%s", broken.getMessage());
        upload.brokeOff();
        return malformed();
    }

    /** Nothing more can be said where {@link UploadLimit} has answered, or the client is gone. */
    private Response malformed() {
        if (current.getCurrent().response().ended()
                || current.getCurrent().response().closed()) {
            return Response.status(400).build();
        }
        return Problem.of(400, "malformed-request", "The request broke off, or its body is no form")
                .toResponse();
    }
}
