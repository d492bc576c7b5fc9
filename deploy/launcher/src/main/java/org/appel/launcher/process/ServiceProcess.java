package org.appel.launcher.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * One service as a child process. When it was ready once and dies without being asked to, it is started again and the observer is told.
 *
 * <p>Threads: all methods may be called from any.
 */
public final class ServiceProcess {

    private static final Duration READY_WITHIN = Duration.ofSeconds(120);
    private static final Duration ENDED_WITHIN = Duration.ofSeconds(12);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(50);
    /** A terminal's Ctrl-C reaches the children first; this long it may take until the launcher is told to stop, too. */
    private static final Duration BEFORE_RESTART = Duration.ofMillis(500);

    /** A service that dies again and again is given more time each time, up to this. */
    private static final Duration LONGEST_BEFORE_RESTART = Duration.ofSeconds(16);

    /** Who lived as long as this is started again as quickly as the first time. */
    private static final Duration LONG_LIFE = Duration.ofSeconds(30);

    private static final int LINES_SHOWN = 25;
    private static final Pattern COMPLAINT = Pattern.compile(" (WARN|ERROR|FATAL) ");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    private final Service service;
    private final JavaCommand command;
    private final Map<String, String> environment;
    private final Path log;
    private final URI url;
    private final DeathObserver observer;
    private @Nullable Process process;
    private boolean wanted;
    private boolean wasReady;
    private long startedAt;
    private Duration pause = BEFORE_RESTART;

    /** Is told that a service died and is being started again. */
    @FunctionalInterface
    public interface DeathObserver {

        /** The exit status is 128 plus the signal's number when a signal ended it. */
        void died(Service service, int exitStatus);
    }

    /**
     * A service, not yet started.
     *
     * @param environment its settings
     * @param log the file that its standard output and error are appended to
     * @param url where it will answer
     */
    public ServiceProcess(
            Service service,
            JavaCommand command,
            Map<String, String> environment,
            Path log,
            URI url,
            DeathObserver observer) {
        this.service = service;
        this.command = command;
        this.environment = Map.copyOf(environment);
        this.log = log;
        this.url = url;
        this.observer = observer;
    }

    /** Where it answers. */
    public URI url() {
        return url;
    }

    public Service service() {
        return service;
    }

    /** What it writes to its standard output and error. */
    public Path log() {
        return log;
    }

    /** The process as it is now; another one after a restart. */
    public synchronized ProcessHandle handle() {
        if (process == null) {
            throw new IllegalStateException(service.id() + " was not started");
        }
        return process.toHandle();
    }

    /** Starts it; {@link #awaitReady} waits for it. */
    public synchronized void start() {
        wanted = true;
        var builder = new ProcessBuilder(command.of(service))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_"));
        builder.environment().putAll(environment);
        try {
            process = builder.start();
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new ServiceFailed(service.id() + " cannot be started", e);
        }
        startedAt = System.nanoTime();
        process.onExit().thenAccept(dead -> Thread.startVirtualThread(() -> ended(dead)));
    }

    /**
     * Returns when its readiness is green.
     *
     * @throws ServiceFailed when it ended meanwhile or is not ready after two minutes; the message has its last lines
     */
    public void awaitReady() {
        var limit = System.nanoTime() + READY_WITHIN.toNanos();
        while (!isReady()) {
            if (hasEnded()) {
                throw new ServiceFailed("%s ended while starting; its last lines:%n%s".formatted(service.id(), tail()));
            }
            if (System.nanoTime() > limit) {
                throw new ServiceFailed(
                        "%s is not ready after %s; its last lines:%n%s".formatted(service.id(), READY_WITHIN, tail()));
            }
            LockSupport.parkNanos(BETWEEN_QUESTIONS.toNanos());
        }
        synchronized (this) {
            wasReady = true;
        }
    }

    /** Whether its readiness is green at this moment. */
    public boolean isReady() {
        var question = HttpRequest.newBuilder(url.resolve("/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceFailed(service.id() + " was not awaited", e);
        }
    }

    /** Asks it to end and returns when it has; after {@code ENDED_WITHIN} it is killed. */
    public void stop() {
        var ending = requestStop();
        if (ending == null) {
            return;
        }
        try {
            if (!ending.waitFor(ENDED_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                ending.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            ending.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when it has ended by itself after {@link #requestStop}, however long that takes. */
    public void awaitEnd() {
        CompletableFuture<Process> end;
        synchronized (this) {
            if (process == null) {
                return;
            }
            end = process.onExit();
        }
        end.join();
    }

    /** Asks it to end and returns at once. */
    public @Nullable Process requestStop() {
        synchronized (this) {
            wanted = false;
            if (process != null) {
                process.destroy();
            }
            return process;
        }
    }

    private void ended(Process dead) {
        LockSupport.parkNanos(pauseAfterDeath().toNanos());
        synchronized (this) {
            if (!wanted || !wasReady || process != dead) {
                return;
            }
            observer.died(service, dead.exitValue());
            start();
        }
    }

    private synchronized Duration pauseAfterDeath() {
        var lived = Duration.ofNanos(System.nanoTime() - startedAt);
        var now = lived.compareTo(LONG_LIFE) > 0 ? BEFORE_RESTART : pause;
        var next = now.multipliedBy(2);
        pause = next.compareTo(LONGEST_BEFORE_RESTART) > 0 ? LONGEST_BEFORE_RESTART : next;
        return now;
    }

    private synchronized boolean hasEnded() {
        return process != null && !process.isAlive();
    }

    private String tail() {
        var lines = lines();
        return String.join(
                System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
    }

    /** The warnings and errors in its log, the newest last. */
    public List<String> complaints() {
        return lines().stream().filter(line -> COMPLAINT.matcher(line).find()).toList();
    }

    /** What it takes of the machine at this moment. */
    public Footprint footprint() {
        return Footprint.of(lines(), handle());
    }

    private List<String> lines() {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
