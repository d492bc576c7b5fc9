package org.appel.messaging;

import java.sql.SQLException;
import java.util.UUID;
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
            VALUES (?, ?, ?, ?, ?, appel_now(), ?)""";

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
     * Stores an event in the current transaction.
     *
     * @param topic the Kafka topic
     * @param key orders the event among those with the same key
     * @param subject id of what the event is about
     * @param event a record that carries {@link EventType}; at most 900 KiB as JSON
     * @return the event's id, a UUID of version 7
     * @throws IllegalStateException outside a transaction, or if the event is too large: faults of the caller
     */
    public UUID record(String topic, String key, String subject, Object event) {
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("An event is recorded in the transaction of its change, and there is none");
        }
        byte[] payload = envelopes.json(event);
        if (payload.length > LARGEST_EVENT_IN_BYTES) {
            throw new IllegalStateException("Event of " + payload.length + " bytes, more than Kafka would take");
        }
        UUID id = ids.generate();
        insert(id, topic, key, EventTypes.of(event.getClass()), subject, payload);
        wakeRelayAfterCommit();
        return id;
    }

    private void insert(UUID id, String topic, String key, String type, String subject, byte[] payload) {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, id);
            insert.setString(2, topic);
            insert.setString(3, key);
            insert.setString(4, type);
            insert.setString(5, subject);
            insert.setBytes(6, payload);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseTrouble("The event could not be stored", e);
        }
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
