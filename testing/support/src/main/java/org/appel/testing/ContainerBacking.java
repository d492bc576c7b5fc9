package org.appel.testing;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

import org.appel.launcher.embedded.Ports;
import org.appel.launcher.embedded.TopicPlan;

import static org.awaitility.Awaitility.await;

/**
 * Broker and database as containers. Their ports are fixed, so that both are found again after a stop.
 *
 * <p>Images: system properties {@code appel.image.postgres} and {@code appel.image.kafka}.
 */
final class ContainerBacking implements Backing {

    private static final int KAFKA_PORT = 9092;
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);

    private final String password = UUID.randomUUID().toString();
    private final PostgreSQLContainer database = new PostgreSQLContainer(
                    image("appel.image.postgres", "postgres:18").asCompatibleSubstituteFor("postgres"))
            .withUsername(DATABASE_USER)
            .withPassword(password)
            .withDatabaseName("postgres")
            .withCommand("postgres", "-c", "max_connections=300", "-c", "fsync=off");
    private final KafkaContainer broker = new KafkaContainer(
                    image("appel.image.kafka", "apache/kafka:4.1.1").asCompatibleSubstituteFor("apache/kafka"))
            .withEnv("KAFKA_NUM_PARTITIONS", Integer.toString(PARTITIONS))
            .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");

    @Override
    public void start() {
        database.setPortBindings(List.of(Ports.free() + ":" + PostgreSQLContainer.POSTGRESQL_PORT));
        broker.setPortBindings(List.of(Ports.free() + ":" + KAFKA_PORT));
        var starting = CompletableFuture.runAsync(database::start);
        broker.start();
        try (var admin = admin()) {
            admin.createTopics(TopicPlan.ofAppel(PARTITIONS).stream()
                            .map(plan -> new NewTopic(plan.name(), plan.partitions(), (short) 1))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("topics were not made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        starting.join();
    }

    @Override
    public String kafka() {
        return broker.getBootstrapServers();
    }

    @Override
    public String createDatabase(String name) {
        try (var connection = DriverManager.getConnection(database.getJdbcUrl(), DATABASE_USER, password);
                var statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + statement.enquoteIdentifier(name, true));
            return database.getJdbcUrl().replaceFirst("/postgres\\b", "/" + name);
        } catch (SQLException e) {
            throw new IllegalStateException("database " + name + " was not made", e);
        }
    }

    @Override
    public String databasePassword() {
        return password;
    }

    @Override
    public void startBroker() {
        start(broker);
        await().atMost(READY_WITHIN).ignoreExceptions().untilAsserted(() -> {
            try (var admin = admin()) {
                admin.describeCluster().nodes().get();
            }
        });
    }

    @Override
    public void stopBroker() {
        stop(broker);
    }

    @Override
    public void startDatabase() {
        start(database);
        await().atMost(READY_WITHIN).ignoreExceptions().untilAsserted(() -> DriverManager.getConnection(
                        database.getJdbcUrl(), DATABASE_USER, password)
                .close());
    }

    @Override
    public void stopDatabase() {
        stop(database);
    }

    @Override
    public void crashDatabase() {
        database.getDockerClient().killContainerCmd(database.getContainerId()).exec();
    }

    @Override
    public void close() {
        try (database) {
            broker.close();
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", kafka()));
    }

    private static void start(GenericContainer<?> container) {
        container
                .getDockerClient()
                .startContainerCmd(container.getContainerId())
                .exec();
    }

    private static void stop(GenericContainer<?> container) {
        container.getDockerClient().stopContainerCmd(container.getContainerId()).exec();
    }

    private static DockerImageName image(String property, String byDefault) {
        return DockerImageName.parse(System.getProperty(property, byDefault));
    }
}
