package org.appel.running;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;

import org.appel.launcher.process.Service;

/**
 * Kills services in turn as {@code kill -9} does, each after a short random while, until it is closed; the launcher
 * starts them again.
 */
public final class Crash implements AutoCloseable {

    private static final Executor THREADS = Thread::startVirtualThread;

    private final Map<Service, Integer> kills = new EnumMap<>(Service.class);
    private final List<Service> services;
    private final Random random;
    private final CompletableFuture<Void> work;
    private volatile boolean enough;

    private Crash(List<Service> services, Random random) {
        this.services = services;
        this.random = random;
        services.forEach(service -> kills.put(service, 0));
        this.work = CompletableFuture.runAsync(this::killInTurn, THREADS);
    }

    public static Crash inTurn(List<Service> services, Random random) {
        return new Crash(services, random);
    }

    /** Kills the service at once, and returns when its successor is ready. */
    public static void kill(Service service) {
        var process = RunningAppel.appel().service(service);
        var killed = process.handle();
        killed.destroyForcibly();
        killed.onExit().join();
        Awaitility.await(service + " is started again")
                .until(() -> process.handle().pid() != killed.pid());
        process.awaitReady();
    }

    /**
     * How often the service was killed.
     *
     * @throws CompletionException if no more will be: a service did not come back
     */
    public int kills(Service service) {
        if (work.isCompletedExceptionally()) {
            work.join();
        }
        return kills.getOrDefault(service, 0);
    }

    /** Whether each service was killed at least once. */
    public boolean hasReachedAll() {
        return kills.values().stream().allMatch(times -> times > 0);
    }

    /** Kills no more, and returns when all services are ready. */
    @Override
    public void close() {
        enough = true;
        work.join();
    }

    private void killInTurn() {
        for (int i = 0; !enough; i = (i + 1) % services.size()) {
            rest();
            if (!enough) {
                kills.merge(services.get(i), 1, Integer::sum);
                kill(services.get(i));
            }
        }
    }

    private void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(300, 2_000));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
