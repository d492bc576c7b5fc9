package org.appel.messaging;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import org.appel.launcher.embedded.EmbeddedBroker;
import org.appel.launcher.embedded.EmbeddedDatabase;
import org.appel.launcher.embedded.TopicPlan;

/**
 * Outbox to Kafka, in order, by two relays, against a bare producer sending the same bytes with {@code acks=all}: the
 * two in turn on one machine in one run, and the median of their ratios.
 *
 * <p>{@code docs/performance.md} says how to run it; it needs nothing to be running.
 */
public final class OutboxBenchmark {

    private static final int EVENTS = 60_000;
    private static final int KEYS = 2_000;
    private static final int EVENT_SIZE_IN_BYTES = 1_000;
    private static final int ROUNDS = 7;
    private static final int RELAYS = 2;

    private final DataSource dataSource;
    private final String bootstrap;
    private final byte[] payload = payload();

    private OutboxBenchmark(DataSource dataSource, String bootstrap) {
        this.dataSource = dataSource;
        this.bootstrap = bootstrap;
    }

    /** @param ignored no arguments are taken */
    public static void main(String[] ignored) throws Exception {
        var directory = Files.createTempDirectory("outbox-benchmark");
        try (var broker = new EmbeddedBroker(directory.resolve("broker"), 0);
                var database = new EmbeddedDatabase(directory.resolve("database"), 0, "benchmark")) {
            broker.start();
            broker.createTopics(List.of(topic("relayed"), topic("produced")));
            database.start();
            database.createDatabase("outbox", "outbox", "outbox");
            try (var pool = connect(database)) {
                new OutboxBenchmark(pool, broker.bootstrap()).run();
            }
        }
    }

    private void run() throws Exception {
        createTables();
        var ratios = new ArrayList<Double>();
        for (int round = 0; round <= ROUNDS; round++) {
            fill();
            double produced = perSecond(this::produce);
            double relayed = perSecond(this::relay);
            System.out.printf(
                    "round %d: bare producer %,.0f events/s, outbox %,.0f events/s%n", round, produced, relayed);
            if (round > 0) {
                ratios.add(relayed / produced);
            }
        }
        ratios.sort(null);
        System.out.printf(
                "outbox / producer: median %.2f (%.2f to %.2f) over %d rounds, the first left out%n",
                ratios.get(ratios.size() / 2), ratios.getFirst(), ratios.getLast(), ROUNDS);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double perSecond(Work work) throws Exception {
        long begin = System.nanoTime();
        work.run();
        return EVENTS / ((System.nanoTime() - begin) / 1e9);
    }

    private void produce() throws ExecutionException, InterruptedException {
        var settings = Map.<String, Object>of("bootstrap.servers", bootstrap, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var sends = new ArrayList<Future<?>>(EVENTS);
            for (int i = 0; i < EVENTS; i++) {
                sends.add(producer.send(new ProducerRecord<>("produced", "key-" + i % KEYS, payload)));
            }
            for (var send : sends) {
                send.get();
            }
        }
    }

    private void relay() throws InterruptedException {
        var envelopes = new Envelopes(new ObjectMapper());
        var workers = IntStream.range(0, RELAYS)
                .mapToObj(i -> new RelayWorker(
                        new OutboxBatches(dataSource, 1000),
                        new OutboxSender(
                                Map.of("bootstrap.servers", bootstrap),
                                Duration.ofSeconds(15),
                                row -> envelopes.write(row, URI.create("urn:appel:benchmark"))),
                        Duration.ofMillis(5),
                        Duration.ofMillis(20)))
                .toList();
        var threads = workers.stream().map(w -> Thread.ofPlatform().start(w)).toList();
        while (count() > 0) {
            Thread.sleep(5);
        }
        workers.forEach(RelayWorker::stop);
        for (var thread : threads) {
            thread.join();
        }
    }

    private void fill() throws SQLException {
        try (var connection = dataSource.getConnection();
                var insert = connection.prepareStatement("""
                        INSERT INTO outbox (event_id, topic, event_key, type, subject, time, payload)
                        SELECT gen_random_uuid(), 'relayed', 'key-' || i %% %d, 'org.appel.Measured.v1', 's', now(), ?
                        FROM generate_series(1, %d) i""".formatted(KEYS, EVENTS))) {
            insert.setBytes(1, payload);
            insert.executeUpdate();
        }
    }

    private int count() {
        try (var connection = dataSource.getConnection();
                var query = connection.prepareStatement("SELECT EXISTS (SELECT 1 FROM outbox)::int");
                var row = query.executeQuery()) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void createTables() throws SQLException, IOException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            for (var script : List.of("V0001__clock.sql", "V0002__outbox.sql")) {
                try (var sql = Outbox.class.getResourceAsStream("/db/kit/" + script)) {
                    statement.execute(
                            new String(java.util.Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
    }

    private static byte[] payload() {
        var letters = new byte[EVENT_SIZE_IN_BYTES];
        Arrays.fill(letters, (byte) 'x');
        var random = new Random(7);
        for (int i = 0; i < letters.length; i++) {
            letters[i] = (byte) ('a' + random.nextInt(26));
        }
        return ("\"" + new String(letters, StandardCharsets.US_ASCII).substring(2) + "\"")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static TopicPlan topic(String name) {
        return new TopicPlan(name, 8, null);
    }

    private static AgroalDataSource connect(EmbeddedDatabase database) throws SQLException {
        return AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(5)
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(database.jdbcUrl("outbox"))
                                .principal(new NamePrincipal("outbox"))
                                .credential(new SimplePassword("outbox")))));
    }
}
