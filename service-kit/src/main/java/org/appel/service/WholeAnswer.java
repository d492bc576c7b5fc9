package org.appel.service;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

import jakarta.ws.rs.core.StreamingOutput;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * An answer that is written while it is made arrives whole, or broken off. By itself the server ends one that failed midway
 * like any other if the failure comes before what was written has left (Quarkus 3.34), and its reader takes a part for the whole.
 */
public final class WholeAnswer {

    private static final int LONGEST_IN_SECONDS = 10;

    private WholeAnswer() {}

    /** Of the request in hand: it is asked for at once, and not when the answer is written. */
    public static StreamingOutput of(StreamingOutput content) {
        var request = Arc.container().instance(CurrentVertxRequest.class).get().getCurrent();
        return out -> {
            try {
                content.write(out);
            } catch (IOException | RuntimeException e) {
                breakOff(request, e);
                throw e;
            }
        };
    }

    /** Returns when the connection is closed: what is written after that goes nowhere. */
    private static void breakOff(RoutingContext request, Exception reason) {
        if (!request.response().headWritten()) {
            return;
        }
        try {
            request.request()
                    .connection()
                    .close()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(LONGEST_IN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reason.addSuppressed(e);
        } catch (Exception e) {
            reason.addSuppressed(e);
        }
    }
}
