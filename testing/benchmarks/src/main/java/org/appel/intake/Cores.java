package org.appel.intake;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

import org.appel.launcher.local.LocalSystem;

/** Which processes run on which cores; by {@code taskset}, which Linux has. */
final class Cores {

    private Cores() {}

    /** How many are left for the service once they are kept apart. */
    static int ofTheService() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }

    /**
     * Keeps this process, which makes the load and holds the broker, on the last core, and all that it has started on the
     * others. Who sends ten times as much as can be done would take the time of those who do it.
     */
    static void keepApart(LocalSystem system) throws IOException, InterruptedException, SQLException {
        int last = Runtime.getRuntime().availableProcessors() - 1;
        if (last == 0) {
            System.out.println("one core for everything: what sends takes the time of what answers");
            return;
        }
        var self = ProcessHandle.current();
        pin(self, String.valueOf(last));
        for (var each :
                Stream.concat(self.descendants(), database(system).stream()).toList()) {
            pin(each, "0-" + (last - 1));
        }
    }

    /** The database's server has left the process that started it. */
    private static List<ProcessHandle> database(LocalSystem system) throws SQLException {
        try (var connection = system.database().connect("postgres");
                var backend = connection.createStatement().executeQuery("SELECT pg_backend_pid()")) {
            backend.next();
            var server = ProcessHandle.of(backend.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow();
            return Stream.concat(Stream.of(server), server.children()).toList();
        }
    }

    private static void pin(ProcessHandle process, String cores) throws IOException, InterruptedException {
        var taskset = new ProcessBuilder("taskset", "-a", "-c", "-p", cores, String.valueOf(process.pid()))
                .redirectErrorStream(true)
                .start();
        var said = new String(taskset.getInputStream().readAllBytes());
        if (taskset.waitFor() != 0 && process.isAlive()) {
            throw new IOException("taskset: " + said);
        }
    }
}
