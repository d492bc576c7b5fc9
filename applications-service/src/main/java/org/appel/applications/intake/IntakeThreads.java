package org.appel.applications.intake;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Platform threads for the few that are in work at one time; those who send and those in line have virtual ones. What is
 * in work waits often and briefly, for the database, a file or a key, and each of these waits costs a virtual thread several
 * times what it costs a platform thread: with these the service takes a third less time for an application. How many there
 * are is decided by who uses them, such as {@link WorkGate}.
 */
@ApplicationScoped
class IntakeThreads implements Executor {

    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("intake-", 1).factory());

    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }

    /** Waits for what comes of it, also if interrupted: it ends by itself. */
    <T> T call(Supplier<T> work) {
        try {
            return CompletableFuture.supplyAsync(work, threads).join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw e;
            }
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }
}
