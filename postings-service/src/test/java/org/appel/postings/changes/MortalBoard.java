package org.appel.postings.changes;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.awaitility.Awaitility;

/** Starts a {@link BoardProgram}, kills it with -9 or stops it at random instants, leaves it away for a while, starts it again. */
final class MortalBoard implements AutoCloseable {

    private final List<String> command;
    private final Path log;
    private final Shelf shelf;
    private final Random random = new Random(20260801);
    private final Thread fate = Thread.ofPlatform().unstarted(this::liveAndDie);
    private volatile boolean atRisk = true;
    private volatile Process process;
    private int deaths;

    private MortalBoard(List<String> command, Path log, Shelf shelf) throws IOException {
        this.command = command;
        this.log = log;
        this.shelf = shelf;
        this.process = start();
    }

    /**
     * @param program main class
     * @param folder of its shelf
     */
    static MortalBoard start(Class<?> program, Path folder, String how, URI service, String... more)
            throws IOException {
        Files.createDirectories(folder);
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = Stream.concat(
                        Stream.of(
                                java,
                                "-Xmx96m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                program.getName(),
                                how,
                                service.toString(),
                                folder.toString()),
                        Stream.of(more))
                .toList();
        return new MortalBoard(command, folder.resolveSibling(folder.getFileName() + ".log"), new Shelf(folder));
    }

    /** Lets it be killed from now on. */
    MortalBoard endanger() {
        fate.start();
        return this;
    }

    /** Lets it live from now on. */
    void spare() {
        atRisk = false;
        try {
            fate.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Shelf shelf() {
        return shelf;
    }

    int deaths() {
        return deaths;
    }

    String said() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        spare();
        process.destroyForcibly().onExit().join();
    }

    private Process start() throws IOException {
        var started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Awaitility.await("a board that has started")
                .atMost(Duration.ofSeconds(60))
                .until(() -> !started.isAlive() || Files.readString(log).contains("started"));
        return started;
    }

    private void liveAndDie() {
        try {
            while (atRisk) {
                pause(500, 4_500);
                if (random.nextInt(4) == 0) {
                    process.destroy();
                } else {
                    process.destroyForcibly();
                }
                process.waitFor();
                deaths++;
                pause(0, 500);
                process = start();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void pause(int leastMillis, int mostMillis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(leastMillis, mostMillis)));
    }
}
