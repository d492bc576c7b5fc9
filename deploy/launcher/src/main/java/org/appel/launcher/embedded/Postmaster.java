package org.appel.launcher.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The first process of a PostgreSQL server, known by its data directory. It is no child of this JVM: it outlives a launcher that is killed, and is
 * found again here.
 */
record Postmaster(Path dataDirectory) {

    private static final long ENDED_WITHIN_SECONDS = 10;

    Optional<ProcessHandle> process() {
        try {
            var pid =
                    Files.readAllLines(dataDirectory.resolve("postmaster.pid")).getFirst();
            return ProcessHandle.of(Long.parseLong(pid.strip())).filter(Postmaster::isPostgres);
        } catch (IOException | RuntimeException noneRuns) {
            return Optional.empty();
        }
    }

    /** Ends it as a clean shutdown does, closing the clients' connections. */
    void stop() {
        signal("INT");
    }

    /** Ends it at once, without a checkpoint: the next start recovers from its log. */
    void crash() {
        signal("QUIT");
    }

    private void signal(String name) {
        process().ifPresent(process -> {
            try {
                new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor();
                process.onExit().get(ENDED_WITHIN_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                process.destroyForcibly();
            } catch (IOException | ExecutionException e) {
                throw new EmbeddedPartFailed("database: process " + process.pid() + " cannot be stopped", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** A process id may have been given to somebody else since. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.contains("postgres"))
                .orElse(false);
    }
}
