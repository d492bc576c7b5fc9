package org.appel.messaging;

import java.sql.SQLException;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads each event once: its id is noted in the transaction of its effect, and an event whose id is there does nothing.
 *
 * @see <a href="https://microservices.io/patterns/communication-style/idempotent-consumer.html">Idempotent consumer</a>
 */
@ApplicationScoped
public class Inbox {

    private static final String NOTE =
            "INSERT INTO inbox (source, event_id, topic) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";

    private final DataSource dataSource;
    private final Envelopes envelopes;
    private final Retry retry;
    private final MeterRegistry metrics;
    private final ReaderThreads threads;

    Inbox(DataSource dataSource, Envelopes envelopes, Retry retry, MeterRegistry metrics, ReaderThreads threads) {
        this.dataSource = dataSource;
        this.envelopes = envelopes;
        this.retry = retry;
        this.metrics = metrics;
        this.threads = threads;
    }

    /**
     * Handles one record in a transaction of its own, on another thread, and completes when that is committed. While the
     * database is away it waits and tries again. A channel hands on its next record when this one is done with, so records
     * take effect in the order of their partition.
     *
     * <p>It fails with {@link PoisonEvent}, or whatever else the handler threw, if trying again cannot help: the record
     * becomes a dead letter.
     */
    public Uni<Void> read(ConsumerRecord<String, byte[]> kafkaRecord, EventHandler handler) {
        return Uni.createFrom().voidItem().emitOn(threads).invoke(() -> readNow(kafkaRecord, handler));
    }

    private void readNow(ConsumerRecord<String, byte[]> kafkaRecord, EventHandler handler) {
        var envelope = envelopes.read(kafkaRecord);
        retry.untilDone(envelope.type(), () -> QuarkusTransaction.requiringNew().run(() -> apply(envelope, handler)));
    }

    /** Notes and handles the event in the current transaction; does nothing if it was noted before. */
    void apply(Envelope envelope, EventHandler handler) {
        if (noteFirst(envelope)) {
            handler.handle(envelope);
        } else {
            metrics.counter("appel.events.duplicates", "topic", envelope.topic())
                    .increment();
        }
    }

    private boolean noteFirst(Envelope envelope) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(NOTE)) {
            insert.setString(1, envelope.source());
            insert.setString(2, envelope.id());
            insert.setString(3, envelope.topic());
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new DatabaseTrouble("The event could not be noted", e);
        }
    }
}
