package org.appel.postings.changes;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.virtual.threads.VirtualThreads;
import io.smallrye.mutiny.Multi;

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
     * Opens a stream; it holds its place until it ends, however it does.
     *
     * @throws PostingRefused with {@link Refusal.BeyondTheLog}, or {@link Refusal.TooManyStreams}
     */
    Multi<ChangeSignal> open(Wanted wanted) {
        long head = feed.head();
        if (wanted.after() > head) {
            throw new PostingRefused(new Refusal.BeyondTheLog(wanted.after(), head));
        }
        if (open.incrementAndGet() > config.streams()) {
            open.decrementAndGet();
            throw new PostingRefused(new Refusal.TooManyStreams(config.streams(), config.retry()));
        }
        var ended = new AtomicBoolean();
        return new ChangeStream(feed, watch, threads, config.heartbeat(), wanted)
                .signals()
                .onTermination()
                .invoke(() -> {
                    if (ended.compareAndSet(false, true)) {
                        open.decrementAndGet();
                    }
                });
    }
}
