package org.appel.messaging;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

/** What an operator watches of the database's side: what waits to be sent, and what could not be processed. */
@ApplicationScoped
class MessagingGauges {

    private static final Logger LOG = Logger.getLogger(MessagingGauges.class);
    private static final String QUERY = """
            SELECT (SELECT count(*) FROM outbox),
                   coalesce((SELECT extract(epoch FROM appel_now() - time) FROM outbox ORDER BY id LIMIT 1), 0),
                   (SELECT count(*) FROM dead_letter WHERE replayed_at IS NULL)""";

    private final DataSource dataSource;
    private final AtomicReference<Reading> latest = new AtomicReference<>(new Reading(0, 0, 0));

    private record Reading(double unsent, double oldestInSeconds, double deadLetters) {}

    MessagingGauges(DataSource dataSource, MeterRegistry metrics) {
        this.dataSource = dataSource;
        metrics.gauge("appel.outbox.unsent", latest, r -> r.get().unsent());
        metrics.gauge("appel.outbox.oldest.seconds", latest, r -> r.get().oldestInSeconds());
        metrics.gauge("appel.dead.letters", latest, r -> r.get().deadLetters());
    }

    @Scheduled(every = "5s", identity = "messaging-gauges", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(QUERY);
                var row = query.executeQuery()) {
            row.next();
            latest.set(new Reading(row.getDouble(1), Math.max(0, row.getDouble(2)), row.getDouble(3)));
        } catch (SQLException e) {
            LOG.debug("gauges could not be read", e);
        }
    }
}
