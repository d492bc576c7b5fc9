package org.appel.messaging;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.health.Liveness;
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

    /** Two groups could each hold a row that the other waits for. One by one, a reader holds the rows of one event only. */
    private static final String ONLY_GROUP =
            "SELECT pg_try_advisory_xact_lock(hashtextextended('group-of-events:' || ?, 0))";

    private static final String NOTE =
            "INSERT INTO inbox (source, event_id, topic) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";

    private final DataSource dataSource;
    private final Envelopes envelopes;
    private final Retry retry;
    private final MeterRegistry metrics;
    private final ReaderThreads threads;
    private final ReaderLiveness liveness;

    Inbox(
            DataSource dataSource,
            Envelopes envelopes,
            Retry retry,
            MeterRegistry metrics,
            ReaderThreads threads,
            @Liveness ReaderLiveness liveness) {
        this.dataSource = dataSource;
        this.envelopes = envelopes;
        this.retry = retry;
        this.metrics = metrics;
        this.threads = threads;
        this.liveness = liveness;
    }

    /**
     * Reads a channel: its records in their order, each in a transaction of its own, on another thread; it is acknowledged
     * when that is committed. While the database is away the reader waits and tries again.
     *
     * <p>A record is refused, and becomes a dead letter, with {@link PoisonEvent} or whatever else its handler threw, if
     * trying again cannot help.
     */
    public Flow.Subscriber<Message<byte[]>> reader(EventHandler handler) {
        return reader(handler, 1);
    }

    /**
     * The same for a channel of many events, of which those that came at about the same time share a transaction; if one of
     * them is refused, the others take effect. What one handler locks is locked until all of its group are done with, so this
     * is for handlers that touch no row for which somebody waits who is asked for an answer.
     */
    public Flow.Subscriber<Message<byte[]>> groupReader(EventHandler handler) {
        return reader(handler, MOST_TOGETHER);
    }

    private Flow.Subscriber<Message<byte[]>> reader(EventHandler handler, int most) {
        return new GroupReader(
                threads, most, group -> read(group, handler), failure -> liveness.failed(handler.topic(), failure));
    }

    private void read(List<Message<byte[]>> group, EventHandler handler) {
        if (group.size() > 1 && areReadTogether(group, handler)) {
            group.forEach(Inbox::acknowledge);
        } else {
            group.forEach(message -> readAlone(message, handler));
        }
    }

    /**
     * False if one of them failed, or the commit, and so none has taken effect for certain; or if another replica reads a group
     * at this moment.
     */
    private boolean areReadTogether(List<Message<byte[]>> group, EventHandler handler) {
        try {
            var events = group.stream().map(this::envelope).toList();
            return QuarkusTransaction.requiringNew().call(() -> {
                boolean free = isOnlyGroup(handler.topic());
                if (free) {
                    events.forEach(event -> apply(event, handler));
                }
                return free;
            });
        } catch (RuntimeException | Error failure) {
            LOG.debugf(failure, "a group is read one by one records=%d", group.size());
            return false;
        }
    }

    private boolean isOnlyGroup(String topic) {
        try (var connection = dataSource.getConnection();
                var lock = connection.prepareStatement(ONLY_GROUP)) {
            lock.setString(1, topic);
            try (var row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new DatabaseTrouble("The group could not begin", e);
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

    /** @throws CompletionException if it could not be written as a dead letter: it comes again when the service starts again */
    private static void refuse(Message<byte[]> message, Throwable reason) {
        message.nack(reason).toCompletableFuture().join();
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
