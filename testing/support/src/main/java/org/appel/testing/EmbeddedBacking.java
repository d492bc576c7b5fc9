package org.appel.testing;

import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.appel.launcher.embedded.EmbeddedBroker;
import org.appel.launcher.embedded.EmbeddedDatabase;
import org.appel.launcher.embedded.TopicPlan;

/** Broker in this JVM, database as a process beside it: needs nothing but the JDK. */
final class EmbeddedBacking implements Backing {

    private final EmbeddedBroker broker;
    private final EmbeddedDatabase database;
    private final String password = UUID.randomUUID().toString();

    EmbeddedBacking(Path directory) {
        broker = new EmbeddedBroker(directory.resolve("broker"), 0);
        database = new EmbeddedDatabase(directory.resolve("database"), 0, password);
    }

    @Override
    public void start() {
        var starting = CompletableFuture.runAsync(database::start);
        broker.start();
        broker.createTopics(TopicPlan.ofAppel(PARTITIONS));
        starting.join();
    }

    @Override
    public String kafka() {
        return broker.bootstrap();
    }

    @Override
    public String createDatabase(String name) {
        database.createDatabase(name, DATABASE_USER, password);
        return database.jdbcUrl(name);
    }

    @Override
    public String databasePassword() {
        return password;
    }

    @Override
    public void startBroker() {
        broker.start();
    }

    @Override
    public void stopBroker() {
        broker.stop();
    }

    @Override
    public void startDatabase() {
        database.start();
    }

    @Override
    public void stopDatabase() {
        database.stop();
    }

    @Override
    public void crashDatabase() {
        database.crash();
    }

    @Override
    public void close() {
        try (database) {
            broker.close();
        }
    }
}
