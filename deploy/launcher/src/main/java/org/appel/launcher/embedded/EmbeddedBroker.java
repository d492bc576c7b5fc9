package org.appel.launcher.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jspecify.annotations.Nullable;

/**
 * One Kafka broker with its controller.
 *
 * <p>A topic that nobody made is made by its first use with {@value #PARTITIONS_BY_DEFAULT} partitions. A single broker outlives the death of its
 * process without loss, but not a power cut.
 */
public final class EmbeddedBroker implements EmbeddedPart {

    private static final int PARTITIONS_BY_DEFAULT = 4;
    private static final int NODE = 1;
    private static final long READY_WITHIN_SECONDS = 60;

    private final Path directory;
    private final int port;
    private final int controllerPort = Ports.free();
    private @Nullable KafkaRaftServer server;

    /**
     * A broker, not yet started.
     *
     * @param directory where the log is kept; made when missing, and gone on with when a broker left it there
     * @param port on 127.0.0.1, 0 for any free one
     */
    public EmbeddedBroker(Path directory, int port) {
        this.directory = directory;
        this.port = port == 0 ? Ports.free() : port;
    }

    @Override
    public synchronized void start() {
        if (server != null) {
            return;
        }
        if (!Files.exists(directory.resolve("meta.properties"))) {
            format();
        }
        // Kafka loads its parts by the thread's class loader, which inside a test is that of the service under test.
        var thread = Thread.currentThread();
        var loader = thread.getContextClassLoader();
        thread.setContextClassLoader(EmbeddedBroker.class.getClassLoader());
        try {
            server = new KafkaRaftServer(new KafkaConfig(settings()), Time.SYSTEM);
            server.startup();
            awaitReady();
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    @Override
    public synchronized void stop() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    @Override
    public int port() {
        return port;
    }

    /** Host and port for {@code bootstrap.servers}. */
    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    /** Makes those of the topics that are missing. */
    public void createTopics(List<TopicPlan> plans) {
        try (var admin = admin()) {
            var existing = admin.listTopics().names().get(READY_WITHIN_SECONDS, TimeUnit.SECONDS);
            var missing = plans.stream()
                    .filter(plan -> !existing.contains(plan.name()))
                    .map(TopicPlan::toNewTopic)
                    .toList();
            admin.createTopics(missing).all().get(READY_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new EmbeddedPartFailed("broker: topics were not made", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPartFailed("broker: interrupted while topics were made", e);
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrap()));
    }

    private void awaitReady() {
        try (var admin = admin()) {
            admin.describeCluster().nodes().get(READY_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new EmbeddedPartFailed("broker: not ready after " + READY_WITHIN_SECONDS + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPartFailed("broker: interrupted while starting", e);
        }
    }

    private void format() {
        FileTree.make(directory);
        var silent = new PrintStream(OutputStream.nullOutputStream());
        try {
            new Formatter()
                    .setPrintStream(silent)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE)
                    .setDirectories(List.of(directory.toString()))
                    .setMetadataLogDirectory(directory.toString())
                    .setControllerListenerName("CONTROLLER")
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setIgnoreFormatted(true)
                    .run();
        } catch (Exception e) {
            throw new EmbeddedPartFailed("broker: " + directory + " cannot be formatted", e);
        }
    }

    private Properties settings() {
        var settings = new Properties();
        settings.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE),
                "controller.quorum.voters",
                NODE + "@127.0.0.1:" + controllerPort,
                "controller.listener.names",
                "CONTROLLER",
                "listeners",
                "BROKER://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "listener.security.protocol.map",
                "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name",
                "BROKER",
                "log.dirs",
                directory.toString()));
        // There is one broker, so nothing can be kept twice.
        for (var setting : List.of(
                "offsets.topic.replication.factor",
                "transaction.state.log.replication.factor",
                "transaction.state.log.min.isr",
                "share.coordinator.state.topic.replication.factor",
                "share.coordinator.state.topic.min.isr",
                "default.replication.factor",
                "min.insync.replicas",
                "offsets.topic.num.partitions",
                "transaction.state.log.num.partitions")) {
            settings.put(setting, "1");
        }
        settings.put("auto.create.topics.enable", "true");
        settings.put("num.partitions", Integer.toString(PARTITIONS_BY_DEFAULT));
        // A group of readers starts at once instead of waiting for more members.
        settings.put("group.initial.rebalance.delay.ms", "0");
        // The cleaner reserves 128 MB by default.
        settings.put("log.cleaner.dedupe.buffer.size", "2097152");
        return settings;
    }
}
