package org.appel.postings.changes;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Multi;
import org.jspecify.annotations.Nullable;

import org.appel.postings.changes.ChangeParameters.Wanted;
import org.appel.postings.config.PostingsConfig;
import org.appel.postings.model.PostingRefused;
import org.appel.postings.model.Refusal;

/** The streams that this replica serves, no more than it is set to. */
@ApplicationScoped
class ChangeStreams {

    private final ChangeFeed feed;
    private final ChangeWatch watch;
    private final PostingsConfig.Changes config;
    private final ExecutorService threads;
    private final AtomicInteger open = new AtomicInteger();
    private final Map<Reader, Integer> openOfEach = new ConcurrentHashMap<>();

    ChangeStreams(
            ChangeFeed feed,
            ChangeWatch watch,
            PostingsConfig config,
            @VirtualThreads ExecutorService threads,
            MeterRegistry meters) {
        this.feed = feed;
        this.watch = watch;
        this.config = config.changes();
        this.threads = threads;
        meters.gauge("appel.changes.streams", open);
    }

    /**
     * Who asks for a stream.
     *
     * @param client by the token; null without one
     * @param address of somebody without a token; null if it is not known
     */
    record Reader(@Nullable String client, @Nullable String address) {}

    /**
     * Opens a stream. It takes its place when somebody listens to it, since a reader may be gone before that, and holds it
     * until it ends, however it does.
     *
     * @param reader who asks
     * @throws PostingRefused with {@link Refusal.BeyondTheLog}, or {@link Refusal.TooManyStreams}
     */
    Multi<ChangeSignal> open(Wanted wanted, Reader reader) {
        long head = feed.head();
        if (wanted.after() > head) {
            throw new PostingRefused(new Refusal.BeyondTheLog(wanted.after(), head));
        }
        if (open.get() >= config.streams()) {
            throw new PostingRefused(new Refusal.TooManyStreams(config.streams(), config.retry()));
        }
        if (openOfEach.getOrDefault(reader, 0) >= most(reader)) {
            throw new PostingRefused(new Refusal.TooManyStreams(most(reader), config.retry()));
        }
        return Multi.createFrom().deferred(() -> stream(wanted, reader));
    }

    /** One that got its place, or one that ends at once: its reader comes again and is told why. */
    private Multi<ChangeSignal> stream(Wanted wanted, Reader reader) {
        boolean isFull = open.incrementAndGet() > config.streams();
        boolean isGreedy = openOfEach.merge(reader, 1, Integer::sum) > most(reader);
        if (isFull || isGreedy) {
            leave(reader);
            return Multi.createFrom().empty();
        }
        var ended = new AtomicBoolean();
        return new ChangeStream(feed, watch, threads, config.heartbeat(), wanted)
                .signals()
                .onTermination()
                .invoke(() -> {
                    if (ended.compareAndSet(false, true)) {
                        leave(reader);
                    }
                });
    }

    private int most(Reader reader) {
        return reader.client() == null
                ? config.anonymousStreams().orElse(Integer.MAX_VALUE)
                : config.streamsPerClient();
    }

    private void leave(Reader reader) {
        open.decrementAndGet();
        openOfEach.computeIfPresent(reader, (_, number) -> number == 1 ? null : number - 1);
    }
}
