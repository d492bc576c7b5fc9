package org.appel.messaging;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Brings the outbox to Kafka: started and stopped with the service, woken at each commit that recorded an event.
 *
 * <p>Any number of replicas may relay at once; {@link OutboxBatches} keeps the order per key between them.
 */
@ApplicationScoped
class OutboxRelay {

    private final DataSource dataSource;
    private final Envelopes envelopes;
    private final MessagingConfig.Relay config;
    private final Map<String, Object> kafka;
    private final URI source;
    private final List<RelayWorker> workers = new CopyOnWriteArrayList<>();

    OutboxRelay(
            DataSource dataSource,
            Envelopes envelopes,
            MessagingConfig config,
            @Any @Identifier("default-kafka-broker") Instance<Map<String, Object>> kafka,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.dataSource = dataSource;
        this.envelopes = envelopes;
        this.config = config.relay();
        this.kafka = kafka.isResolvable() ? Map.copyOf(kafka.get()) : Map.of();
        this.source = URI.create("urn:appel:" + application);
    }

    void start(@Observes StartupEvent started) {
        if (!config.enabled()) {
            return;
        }
        for (int i = 0; i < config.workers(); i++) {
            var sender = new OutboxSender(kafka, config.deliveryTimeout(), row -> envelopes.write(row, source));
            var worker = new RelayWorker(
                    new OutboxBatches(dataSource, config.batch()), sender, config.poll(), config.linger());
            workers.add(worker);
            Thread.ofPlatform().name("outbox-relay-" + i).daemon().start(worker);
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        workers.forEach(RelayWorker::stop);
        workers.clear();
    }

    /** Says that there is something to send; returns at once. */
    void wake() {
        workers.forEach(RelayWorker::wake);
    }
}
