package org.appel.launcher.process;

import java.nio.file.Path;

/** The three services; each has a database of its own. */
public enum Service {
    POSTINGS("postings-service", "postings"),
    APPLICATIONS("applications-service", "applications"),
    NOTIFICATION("notification-service", "notifications");

    private final String id;
    private final String database;

    Service(String id, String database) {
        this.id = id;
        this.database = database;
    }

    /** Its folder's name, which is also its name in logs and topics. */
    public String id() {
        return id;
    }

    /** The name of its database and of the user who owns it. */
    public String database() {
        return database;
    }

    /** What {@code mvn package} made of it. */
    Path jar(Path repository) {
        return repository.resolve(id).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** The cache of classes as they are after a start, made by a training run; beside the jar that it belongs to. */
    Path cache(Path repository) {
        return repository.resolve(id).resolve("target/" + id + ".aot");
    }
}
