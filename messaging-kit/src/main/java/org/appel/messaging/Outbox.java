package org.appel.messaging;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;

/**
 * Where a change and its event become one: the event is a row written in the transaction of the change.
 *
 * <p>Call it after the row of the aggregate has been locked or inserted, so that two transactions on one aggregate
 * write their events in the order of their commits. The {@link OutboxRelay} brings the rows to Kafka, in order per key.
 *
 * @see <a href="https://microservices.io/patterns/data/transactional-outbox.html">Transactional outbox</a>
 */
@ApplicationScoped
public class Outbox {

    /** Below Kafka's default of 1 MiB a request, with room for the headers: what is stored can always be sent. */
    static final int LARGEST_EVENT_IN_BYTES = 900 * 1024;

    private static final String INSERT = """
            INSERT INTO outbox (event_id, topic, event_key, type, subject, time, payload)
            SELECT event_id, ?, event_key, type, subject, appel_now(), payload
            FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::bytea[]) WITH ORDINALITY
                AS e (event_id, event_key, type, subject, payload, number)
            ORDER BY number""";

    private static final Object WOKEN = new Object();

    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transaction;
    private final Envelopes envelopes;
    private final OutboxRelay relay;
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    Outbox(
            DataSource dataSource,
            TransactionSynchronizationRegistry transaction,
            Envelopes envelopes,
            OutboxRelay relay) {
        this.dataSource = dataSource;
        this.transaction = transaction;
        this.envelopes = envelopes;
        this.relay = relay;
    }

    /**
     * An event that is to be stored.
     *
     * @param key orders the event among those with the same key
     * @param subject id of what the event is about
     * @param event a record that carries {@link EventType}; at most 900 KiB as JSON
     */
    public record Entry(String key, String subject, Object event) {}

    /**
     * Stores an event in the current transaction.
     *
     * @param topic the Kafka topic
     * @return the event's id, a UUID of version 7
     * @throws IllegalStateException outside a transaction, or if the event is too large: faults of the caller
     * @see Entry
     */
    public UUID record(String topic, String key, String subject, Object event) {
        return record(topic, List.of(new Entry(key, subject, event))).getFirst();
    }

    /**
     * Stores events in the current transaction, in this order and in one round trip.
     *
     * @param topic the Kafka topic
     * @return their ids, each a UUID of version 7
     * @throws IllegalStateException outside a transaction, or if an event is too large: faults of the caller
     */
    public List<UUID> record(String topic, List<Entry> entries) {
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("An event is recorded in the transaction of its change, and there is none");
        }
        if (entries.isEmpty()) {
            return List.of();
        }
        var events = entries.stream().map(this::prepared).toList();
        insert(topic, events);
        wakeRelayAfterCommit();
        return events.stream().map(Prepared::id).toList();
    }

    private record Prepared(UUID id, Entry entry, String type, byte[] payload) {}

    private Prepared prepared(Entry entry) {
        byte[] payload = envelopes.json(entry.event());
        if (payload.length > LARGEST_EVENT_IN_BYTES) {
            throw new IllegalStateException("Event of " + payload.length + " bytes, more than Kafka would take");
        }
        return new Prepared(ids.generate(), entry, EventTypes.of(entry.event().getClass()), payload);
    }

    private void insert(String topic, List<Prepared> events) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, topic);
            insert.setObject(2, column(events, Prepared::id, UUID[]::new));
            insert.setObject(3, column(events, e -> e.entry().key(), String[]::new));
            insert.setObject(4, column(events, Prepared::type, String[]::new));
            insert.setObject(5, column(events, e -> e.entry().subject(), String[]::new));
            insert.setObject(6, column(events, Prepared::payload, byte[][]::new));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseTrouble("The event could not be stored", e);
        }
    }

    private static <T> T[] column(List<Prepared> events, Function<Prepared, T> value, IntFunction<T[]> array) {
        return events.stream().map(value).toArray(array);
    }

    private void wakeRelayAfterCommit() {
        if (transaction.getResource(WOKEN) != null) {
            return;
        }
        transaction.putResource(WOKEN, true);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    relay.wake();
                }
            }
        });
    }
}
