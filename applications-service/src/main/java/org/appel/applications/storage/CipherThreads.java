package org.appel.applications.storage;

import java.security.GeneralSecurityException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A few platform threads that make keys and seal. Tink keeps a random generator for each thread, and searches the whole
 * class path for a provider each time it makes one: on a virtual thread, which lives for one request, that is an eighth
 * of the work of an application.
 */
final class CipherThreads {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final ExecutorService THREADS =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), task -> {
                var thread = new Thread(task, "cipher-" + COUNT.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            });

    private CipherThreads() {}

    /** The outcome of short work without waiting in it; done at once by a thread that is a platform thread already. */
    static <T> T call(Callable<T> work) throws GeneralSecurityException {
        if (!Thread.currentThread().isVirtual()) {
            return direct(work);
        }
        var task = THREADS.submit(work);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (ExecutionException e) {
                    throw refused(e.getCause());
                } catch (InterruptedException e) {
                    // The work takes microseconds: it ends, and the interruption is passed on.
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static <T> T direct(Callable<T> work) throws GeneralSecurityException {
        try {
            return work.call();
        } catch (Exception e) {
            throw refused(e);
        }
    }

    private static GeneralSecurityException refused(Throwable cause) {
        return switch (cause) {
            case GeneralSecurityException e -> e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> new GeneralSecurityException(cause);
        };
    }
}
