package org.appel.messaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Flow;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Reads each event once: its id is noted in the transaction of its effect, and an event whose id is there does nothing.
 *
 * @see <a href="https://microservices.io/patterns/communication-style/idempotent-consumer.html">Idempotent consumer</a>
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    /** So many share a transaction at the most, and are in memory. More would hardly be cheaper, and hold locks for longer. */
    private static final int MOST_TOGETHER = 32;

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
     * Reads a channel: its records in their order, those that came at about the same time in one transaction, on another
     * thread; each is acknowledged when that is committed. While the database is away it waits and tries again.
     *
     * <p>A record is refused, and becomes a dead letter, with {@link PoisonEvent} or whatever else its handler threw, if
     * trying again cannot help; the others of its group take effect.
     */
    public Flow.Subscriber<Message<byte[]>> reader(EventHandler handler) {
        return new GroupReader(threads, MOST_TOGETHER, group -> read(group, handler));
    }

    private void read(List<Message<byte[]>> group, EventHandler handler) {
        if (group.size() > 1 && areReadTogether(group, handler)) {
            group.forEach(Inbox::acknowledge);
        } else {
            group.forEach(message -> readAlone(message, handler));
        }
    }

    /** False if one of them failed, or the commit, and so none has taken effect for certain. */
    private boolean areReadTogether(List<Message<byte[]>> group, EventHandler handler) {
        try {
            var events = group.stream().map(this::envelope).toList();
            QuarkusTransaction.requiringNew().run(() -> events.forEach(event -> apply(event, handler)));
            return true;
        } catch (RuntimeException | Error failure) {
            LOG.debugf(failure, "a group is read one by one records=%d", group.size());
            return false;
        }
    }

    private void readAlone(Message<byte[]> message, EventHandler handler) {
        try {
            var event = envelope(message);
            retry.untilDone(
                    event.type(), () -> QuarkusTransaction.requiringNew().run(() -> apply(event, handler)));
        } catch (RuntimeException | Error failure) {
            refuse(message, failure);
            return;
        }
        acknowledge(message);
    }

    private Envelope envelope(Message<byte[]> message) {
        return envelopes.read(message.getMetadata(IncomingKafkaRecordMetadata.class)
                .map(Inbox::consumerRecord)
                .orElseThrow());
    }

    @SuppressWarnings("unchecked")
    private static ConsumerRecord<String, byte[]> consumerRecord(IncomingKafkaRecordMetadata<?, ?> metadata) {
        return (ConsumerRecord<String, byte[]>) metadata.getRecord();
    }

    private static void acknowledge(Message<byte[]> message) {
        message.ack();
    }

    /** Returns when it is a dead letter: one that could be written nowhere would be lost. */
    private void refuse(Message<byte[]> message, Throwable reason) {
        retry.untilDone("dead letter", () -> {
            try {
                message.nack(reason).toCompletableFuture().join();
            } catch (RuntimeException notWritten) {
                throw new UncheckedIOException(new IOException("A dead letter was not written: " + notWritten));
            }
        });
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
