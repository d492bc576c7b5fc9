package org.appel.messaging;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** The records that this service could not process: to be listed, and to be replayed once the cause is mended. */
@ApplicationScoped
public class DeadLetters {

    private static final String COLUMNS =
            "id, topic, record_partition, record_offset, event_key, headers, payload, reason, arrived_at, attempts, replayed_at";

    private final DataSource dataSource;
    private final Envelopes envelopes;
    private final Inbox inbox;
    private final Instance<EventHandler> handlers;

    DeadLetters(DataSource dataSource, Envelopes envelopes, Inbox inbox, @Any Instance<EventHandler> handlers) {
        this.dataSource = dataSource;
        this.envelopes = envelopes;
        this.inbox = inbox;
        this.handlers = handlers;
    }

    /** What became of a replay. */
    public sealed interface Replay {
        /** The event took effect, or had taken effect before. */
        record Done(DeadLetter letter) implements Replay {}

        /** The event still cannot be processed; the letter has the new reason. */
        record Refused(DeadLetter letter) implements Replay {}

        /** It was replayed before. */
        record DoneBefore(DeadLetter letter) implements Replay {}

        /** There is no such letter. */
        record Unknown(UUID id) implements Replay {}
    }

    /**
     * Oldest first.
     *
     * @param after the id of the last letter seen; null for the beginning
     * @param limit how many at most
     */
    public List<DeadLetter> list(@Nullable UUID after, int limit) {
        var sql = "SELECT " + COLUMNS + " FROM dead_letter WHERE (?::uuid IS NULL OR id > ?::uuid) ORDER BY id LIMIT ?";
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setObject(1, after);
            query.setObject(2, after);
            query.setInt(3, limit);
            var letters = new ArrayList<DeadLetter>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    letters.add(Stored.of(rows).letter());
                }
            }
            return letters;
        } catch (SQLException e) {
            throw new DatabaseTrouble("The dead letters could not be read", e);
        }
    }

    /**
     * Removes the letters of this key, and keeps none that is still on its way to the database. To be called in the
     * transaction in which what the key names is erased.
     *
     * @param key a Kafka key, such as an application's id
     * @return how many letters were removed
     */
    public int forget(String key) {
        try (var connection = dataSource.getConnection()) {
            KeyLock.take(connection, key);
            execute(connection, "INSERT INTO forgotten_key (event_key) VALUES (?) ON CONFLICT DO NOTHING", key);
            return execute(connection, "DELETE FROM dead_letter WHERE event_key = ?", key);
        } catch (SQLException e) {
            throw new DatabaseTrouble("The dead letters could not be forgotten", e);
        }
    }

    private static int execute(Connection connection, String sql, String key) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, key);
            return statement.executeUpdate();
        }
    }

    /** Gives the letter to its topic's handler once more, in one transaction with the note that it was replayed. */
    public Replay replay(UUID id) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> replayIn(id));
        } catch (RuntimeException failure) {
            if (Trouble.of(failure) == Trouble.PASSING) {
                throw failure;
            }
            return QuarkusTransaction.requiringNew()
                    .call(() -> refuse(id, DeadLetterReader.storable(String.valueOf(failure.getMessage()))));
        }
    }

    private Replay replayIn(UUID id) {
        var found = lock(id);
        if (found.isEmpty()) {
            return new Replay.Unknown(id);
        }
        var stored = found.get();
        if (stored.letter().replayedAt() != null) {
            return new Replay.DoneBefore(stored.letter());
        }
        inbox.apply(
                envelopes.read(stored.kafkaRecord()), handlerOf(stored.letter().topic()));
        update(id, "UPDATE dead_letter SET attempts = attempts + 1, replayed_at = appel_now() WHERE id = ?", null);
        return new Replay.Done(lock(id).orElseThrow().letter());
    }

    private Replay refuse(UUID id, String reason) {
        update(id, "UPDATE dead_letter SET attempts = attempts + 1, reason = ? WHERE id = ?", reason);
        return new Replay.Refused(lock(id).orElseThrow().letter());
    }

    private EventHandler handlerOf(String topic) {
        return handlers.stream()
                .filter(handler -> handler.topic().equals(topic))
                .findFirst()
                .orElseThrow(() -> new PoisonEvent("This service reads no topic " + topic));
    }

    private Optional<Stored> lock(UUID id) {
        var sql = "SELECT " + COLUMNS + " FROM dead_letter WHERE id = ? FOR UPDATE";
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement(sql)) {
            query.setObject(1, id);
            try (var row = query.executeQuery()) {
                return row.next() ? Optional.of(Stored.of(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseTrouble("The dead letter could not be read", e);
        }
    }

    private void update(UUID id, String sql, @Nullable String reason) {
        try (var connection = dataSource.getConnection();
                var update = connection.prepareStatement(sql)) {
            if (reason != null) {
                update.setString(1, reason);
            }
            update.setObject(reason == null ? 1 : 2, id);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseTrouble("The dead letter could not be updated", e);
        }
    }

    private record Stored(DeadLetter letter, ConsumerRecord<String, byte[]> kafkaRecord) {

        static Stored of(ResultSet row) throws SQLException {
            var headers = RecordHeaders.read(row.getString("headers"));
            var type = headers.lastHeader("ce_type");
            var letter = new DeadLetter(
                    row.getObject("id", UUID.class),
                    row.getString("topic"),
                    row.getInt("record_partition"),
                    row.getLong("record_offset"),
                    type == null ? null : new String(type.value(), StandardCharsets.UTF_8),
                    row.getString("event_key"),
                    row.getString("reason"),
                    instant(row, "arrived_at").orElseThrow(),
                    row.getInt("attempts"),
                    instant(row, "replayed_at").orElse(null));
            return new Stored(
                    letter,
                    new ConsumerRecord<>(
                            letter.topic(),
                            letter.partition(),
                            letter.offset(),
                            letter.arrivedAt().toEpochMilli(),
                            TimestampType.CREATE_TIME,
                            -1,
                            -1,
                            letter.key(),
                            row.getBytes("payload"),
                            headers,
                            Optional.empty()));
        }

        private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
            return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant);
        }
    }
}
