package org.appel.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.testcontainers.DockerClientFactory;

/** Where broker and database come from, by the system property {@code infra}. */
enum InfrastructureKind {
    /** In and beside this JVM. */
    EMBEDDED,
    /** Testcontainers; fails when no engine answers. */
    DOCKER,
    /** Nothing is started: for a single test of plain Java in a hurry. */
    NONE;

    /** {@code auto}, the default, takes containers where a Docker engine answers and the embedded parts elsewhere. */
    static InfrastructureKind chosen() {
        var wanted = System.getProperty("infra", "auto").toUpperCase(Locale.ROOT);
        if (!wanted.equals("AUTO")) {
            return valueOf(wanted);
        }
        return engineMayBeThere() && DockerClientFactory.instance().isDockerAvailable() ? DOCKER : EMBEDDED;
    }

    /** Asked first, because the search for an engine takes seconds and logs an error where there is none. */
    private static boolean engineMayBeThere() {
        var runtime = System.getenv("XDG_RUNTIME_DIR");
        return System.getenv("DOCKER_HOST") != null
                || Files.exists(Path.of("/var/run/docker.sock"))
                || Files.exists(Path.of(System.getProperty("user.home"), ".docker/run/docker.sock"))
                || (runtime != null && Files.exists(Path.of(runtime, "docker.sock")));
    }
}
