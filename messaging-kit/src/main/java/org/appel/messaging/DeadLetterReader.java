package org.appel.messaging;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.uuid.Generators;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Uni;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps this service's dead letters in its database, where they can be listed and replayed.
 *
 * <p>The messaging connector writes a record that was refused to the topic {@code <service>.dead-letters}, with
 * headers that say where it stood and why, before it commits the record's offset.
 */
@ApplicationScoped
class DeadLetterReader {

    private static final Logger LOG = Logger.getLogger(DeadLetterReader.class);
    private static final String INSERT = """
            INSERT INTO dead_letter (id, topic, record_partition, record_offset, event_key, headers, payload, reason)
            SELECT ?, ?, ?, ?, k.event_key, ?::jsonb, ?, ? FROM (SELECT cast(? AS text) AS event_key) k
            WHERE NOT EXISTS (SELECT FROM forgotten_key f WHERE f.event_key = k.event_key)
            ON CONFLICT (topic, record_partition, record_offset) DO NOTHING""";

    private final DataSource dataSource;
    private final Retry retry;
    private final ReaderThreads threads;

    DeadLetterReader(DataSource dataSource, Retry retry, ReaderThreads threads) {
        this.dataSource = dataSource;
        this.retry = retry;
        this.threads = threads;
    }

    @Incoming("dead-letters")
    Uni<Void> read(ConsumerRecord<String, byte[]> letter) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(threads)
                .invoke(() -> retry.untilDone(
                        "dead letter", () -> QuarkusTransaction.requiringNew().run(() -> store(letter))));
    }

    private void store(ConsumerRecord<String, byte[]> letter) {
        var key = letter.key() == null ? null : storable(letter.key());
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement(INSERT)) {
            if (key != null) {
                KeyLock.take(connection, key);
            }
            insert.setObject(1, Generators.timeBasedEpochGenerator().generate());
            insert.setString(2, orElse(header(letter, "dead-letter-topic"), letter.topic()));
            insert.setInt(3, Integer.parseInt(orElse(header(letter, "dead-letter-partition"), "-1")));
            insert.setLong(4, Long.parseLong(orElse(header(letter, "dead-letter-offset"), "" + letter.offset())));
            insert.setString(5, RecordHeaders.write(letter.headers()));
            insert.setBytes(6, letter.value());
            insert.setString(7, orElse(header(letter, "dead-letter-reason"), "unknown"));
            insert.setString(8, key);
            if (insert.executeUpdate() == 1) {
                LOG.errorf(
                        "event could not be processed and awaits a replay topic=%s partition=%s offset=%s reason=%s",
                        header(letter, "dead-letter-topic"),
                        header(letter, "dead-letter-partition"),
                        header(letter, "dead-letter-offset"),
                        header(letter, "dead-letter-reason"));
            }
        } catch (SQLException e) {
            throw new DatabaseTrouble("The dead letter could not be stored", e);
        }
    }

    private static @Nullable String header(ConsumerRecord<?, ?> letter, String name) {
        var header = letter.headers().lastHeader(name);
        return header == null || header.value() == null
                ? null
                : storable(new String(header.value(), StandardCharsets.UTF_8));
    }

    /** PostgreSQL takes any text without this one character, which a poison may bring in its key or its reason. */
    static String storable(String text) {
        return text.replace("\0", "");
    }

    private static String orElse(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
