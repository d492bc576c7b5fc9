package org.appel.applications.storage;

import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.quarkus.narayana.jta.QuarkusTransactionException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import org.appel.service.Problem;

/** What callers are told while the database is away: to come again, with the same Idempotency-Key. */
class DatabaseProblems {
    private static final Logger LOG = Logger.getLogger(DatabaseProblems.class);

    @ServerExceptionMapper({DatabaseAway.class, PersistenceException.class, QuarkusTransactionException.class})
    Response map(RuntimeException failure) {
        if (failure instanceof QuarkusTransactionException || DatabaseAway.isBehind(failure)) {
            LOG.warnf("database is away reason=%s", failure.getMessage());
            return Problem.builder(503, "try-again", "The service cannot answer at this moment: send it again")
                    .withHeader(HttpHeaders.RETRY_AFTER, "1")
                    .build()
                    .toResponse();
        }
        LOG.error("a statement failed", failure);
        return Problem.of(500, "internal-error", "Something went wrong here").toResponse();
    }
}
