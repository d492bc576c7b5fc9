package org.appel.service;

import java.time.Clock;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;

/** When the request in hand arrived: the moment its headers were in, before its body. */
@ApplicationScoped
public class Arrival {

    private static final String KEY = "appel.arrival";
    /** Before every other filter. */
    private static final int FIRST = Integer.MAX_VALUE;

    private final CurrentVertxRequest request;
    private final Clock clock;

    Arrival(CurrentVertxRequest request, Clock clock) {
        this.request = request;
        this.clock = clock;
    }

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    context.put(KEY, clock.instant());
                    context.next();
                },
                FIRST);
    }

    /** By the service's clock, which follows the database's. */
    public Instant at() {
        return request.getCurrent().get(KEY);
    }
}
