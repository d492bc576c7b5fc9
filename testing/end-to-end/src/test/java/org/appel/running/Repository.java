package org.appel.running;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project's files are. */
public final class Repository {

    private Repository() {}

    /** The folder with {@code docker-compose.yml}, above the folder in which the tests run. */
    public static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docker-compose.yml"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
