package org.appel.messaging;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Threads for the readers of events, of which each channel needs one. No virtual ones, to which each wait for the database
 * costs several times as much; and none of an executor whose end the process waits for: {@link Retry} holds those that
 * have an event in hand when the service stops.
 */
@ApplicationScoped
class ReaderThreads implements Executor {

    /**
     * As many as a service has channels. They are started with the service and stay: an event whose thread could not be
     * started would hold up its partition.
     */
    private static final int CHANNELS = 4;

    private static final long IDLE_IN_SECONDS = 60;

    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            CHANNELS,
            Integer.MAX_VALUE,
            IDLE_IN_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("reader-", 1).factory());

    @PostConstruct
    void start() {
        threads.prestartAllCoreThreads();
    }

    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }
}
