package org.appel.postings.jobboard;

import java.util.Optional;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

import org.appel.service.Caller;
import org.appel.service.Problem;
import org.appel.service.Roles;

/** Counts the requests of job boards, and tells them on every answer how many are left. */
class QuotaFilter {

    private static final String KEY = "appel.quota";

    private final Quotas quotas;
    private final Caller caller;

    QuotaFilter(Quotas quotas, Caller caller) {
        this.quotas = quotas;
        this.caller = caller;
    }

    @ServerRequestFilter
    public @Nullable Response count(ContainerRequestContext context, HttpServerRequest request) {
        var quota = quota(request);
        quota.ifPresent(known -> context.setProperty(KEY, known));
        return quota.filter(Quota::isExhausted).map(QuotaFilter::refusal).orElse(null);
    }

    @ServerResponseFilter
    public void tell(ContainerRequestContext context, ContainerResponseContext response) {
        if (context.getProperty(KEY) instanceof Quota quota) {
            response.getHeaders().putSingle("RateLimit-Policy", quota.policyField());
            response.getHeaders().putSingle("RateLimit", quota.stateField());
        }
    }

    private Optional<Quota> quota(HttpServerRequest request) {
        if (caller.is(Roles.BOARD)) {
            return Optional.of(quotas.ofBoard(caller.client()));
        }
        var from = request.remoteAddress();
        return caller.isAnonymous() ? quotas.ofAnyone(from == null ? null : from.hostAddress()) : Optional.empty();
    }

    private static Response refusal(Quota quota) {
        return Problem.builder(
                        429,
                        "too-many-requests",
                        "More than " + quota.limit() + " requests a minute; the next one is taken in "
                                + quota.retryAfter() + " s")
                .withHeader(HttpHeaders.RETRY_AFTER, String.valueOf(quota.retryAfter()))
                .build()
                .toResponse();
    }
}
