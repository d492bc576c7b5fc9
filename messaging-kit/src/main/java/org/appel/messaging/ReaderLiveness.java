package org.appel.messaging;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.jboss.logging.Logger;

/**
 * Red when events of a topic are read no more, or one of them could neither be processed nor become a dead letter: the
 * service must start again, and reads from the last committed offset. A broker or a database that is away is waited for.
 */
@Liveness
@ApplicationScoped
class ReaderLiveness implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(ReaderLiveness.class);

    private final Set<String> failed = ConcurrentHashMap.newKeySet();

    void failed(String topic, Throwable failure) {
        failed.add(topic);
        LOG.errorf(failure, "events are not read as they must be; the service must start again topic=%s", topic);
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("event-readers").status(failed.isEmpty());
        return failed.isEmpty()
                ? answer.build()
                : answer.withData("topics", String.join(" ", new TreeSet<>(failed)))
                        .build();
    }
}
