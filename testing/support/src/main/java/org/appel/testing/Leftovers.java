package org.appel.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.appel.launcher.embedded.EmbeddedDatabase;
import org.appel.launcher.embedded.FileTree;

/** Directories of test runs, named after the JVM's process, so that those of killed runs are found and removed with their database servers. */
final class Leftovers {

    private static final String PREFIX = "appel-test-";

    private Leftovers() {}

    /** Removes what killed runs left, and makes a directory for this one. */
    static Path freshDirectory() {
        var temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            directories(temporary).stream().filter(Leftovers::isOrphan).forEach(Leftovers::remove);
            return Files.createTempDirectory(
                    temporary, PREFIX + ProcessHandle.current().pid() + "-");
        } catch (IOException e) {
            throw new UncheckedIOException("no directory for the test infrastructure in " + temporary, e);
        }
    }

    private static List<Path> directories(Path temporary) throws IOException {
        try (var all = Files.list(temporary)) {
            return all.filter(path -> path.getFileName().toString().startsWith(PREFIX))
                    .toList();
        }
    }

    static boolean isOrphan(Path directory) {
        var pid = directory.getFileName().toString().substring(PREFIX.length()).split("-", 2)[0];
        return pid.matches("\\d{1,10}") && ProcessHandle.of(Long.parseLong(pid)).isEmpty();
    }

    private static void remove(Path directory) {
        EmbeddedDatabase.stopWhatWasLeft(directory.resolve("database"));
        try {
            FileTree.delete(directory);
        } catch (UncheckedIOException takenByAnotherRun) {
            // The next run tries again.
        }
    }
}
