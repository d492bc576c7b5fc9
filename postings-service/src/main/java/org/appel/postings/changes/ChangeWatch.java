package org.appel.postings.changes;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import org.appel.postings.config.PostingsConfig;
import org.appel.postings.storage.ChangesLogged;

/**
 * Sees that the log has grown, once for all streams of this replica: at once when a transaction of its own has, and by
 * looking a few times a second for those of others.
 */
@ApplicationScoped
class ChangeWatch {

    private static final Logger LOG = Logger.getLogger(ChangeWatch.class);
    private static final int SECONDS_TO_END = 5;

    /** Longer than any installation has run. */
    private static final Duration EVER = Duration.ofDays(36_500);

    /** Longer than any transaction takes. */
    private static final Duration LATELY = Duration.ofHours(1);

    private final ChangeFeed feed;
    private final ObjectMapper json;
    private final PostingsConfig.Changes config;
    private final Tail tail;
    private final Set<UniEmitter<? super Void>> waiting = ConcurrentHashMap.newKeySet();
    private final Semaphore signal = new Semaphore(0);
    private final Thread thread =
            Thread.ofPlatform().name("change-watch").daemon().unstarted(this::run);
    private final Thread endOfProcess = Thread.ofPlatform().unstarted(this::end);
    private volatile boolean ending;
    private boolean failing;
    private long caughtUp;
    private long caughtUpAt;

    ChangeWatch(ChangeFeed feed, ObjectMapper json, PostingsConfig config) {
        this.feed = feed;
        this.json = json;
        this.config = config.changes();
        this.tail = new Tail(this.config.tail());
    }

    /**
     * Streams end as soon as the process is told to: the server waits for answers in hand before it tells anybody that it
     * stops, and a stream is an answer that would never end.
     */
    void start(@Observes StartupEvent started) {
        Runtime.getRuntime().addShutdownHook(endOfProcess);
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        end();
        thread.join(TimeUnit.SECONDS.toMillis(SECONDS_TO_END));
        try {
            Runtime.getRuntime().removeShutdownHook(endOfProcess);
        } catch (IllegalStateException e) {
            LOG.debug("the process ends", e);
        }
    }

    void changesLogged(@Observes(during = TransactionPhase.AFTER_SUCCESS) ChangesLogged logged) {
        signal.release();
    }

    /** Whether streams are to end. */
    boolean isEnding() {
        return ending;
    }

    Tail tail() {
        return tail;
    }

    /** Comes when the log reaches further than {@code place}, or when streams are to end; only then. */
    Uni<Void> beyond(long place) {
        return Uni.createFrom().emitter(emitter -> {
            waiting.add(emitter);
            emitter.onTermination(() -> waiting.remove(emitter));
            if (ending || tail.head() > place) {
                wake(emitter);
            }
        });
    }

    private void run() {
        try {
            while (!ending) {
                look();
                signal.tryAcquire(config.every().toMillis(), TimeUnit.MILLISECONDS);
                signal.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            catchUp();
            follow();
            if (failing) {
                LOG.info("change watch sees the log again");
            }
            failing = false;
        } catch (RuntimeException | Error e) {
            // An Error too: without this thread no stream would hear anything any more.
            if (!failing && !ending) {
                LOG.warnf("change watch waits, streams are silent, nothing is lost reason=%s", e.getMessage());
            }
            LOG.debug("change watch waits", e);
            failing = true;
        }
    }

    /** First everything, then what replicas of an earlier release may have written lately. */
    private void catchUp() {
        if (caughtUp > 0 && System.nanoTime() - caughtUpAt < config.catchUp().toNanos()) {
            return;
        }
        int postings;
        do {
            postings = feed.catchUp(caughtUp == 0 ? EVER : LATELY);
            if (postings > 0) {
                LOG.infof("change log lacked something, now it does not postings=%d", postings);
            }
        } while (postings > 0 && !ending);
        caughtUp++;
        caughtUpAt = System.nanoTime();
    }

    private void follow() {
        long head = feed.head();
        if (tail.head() < 0 || head < tail.head()) {
            tail.restart(head);
        }
        while (tail.head() < head) {
            var stretch = feed.read(tail.head(), null, ChangeParameters.LARGEST);
            var newest = newest(stretch);
            tail.add(
                    told(stretch),
                    stretch.last(),
                    known -> renewed(known, newest.get(known.change().id())));
            List.copyOf(waiting).forEach(this::wake);
        }
    }

    /** Of each posting the entry of its latest version. */
    private static Map<UUID, ChangeView> newest(Stretch stretch) {
        return stretch.items().stream()
                .collect(Collectors.toMap(
                        ChangeView::id,
                        Function.identity(),
                        BinaryOperator.maxBy(Comparator.comparingInt(ChangeView::version))));
    }

    private Tail.Told renewed(Tail.Told known, @Nullable ChangeView newer) {
        var now = newer == null ? known.change() : known.change().before(newer);
        return now == known.change() ? known : told(now);
    }

    /** The entries of a stretch as they are sent. */
    List<Tail.Told> told(Stretch stretch) {
        return stretch.items().stream().map(this::told).toList();
    }

    private Tail.Told told(ChangeView change) {
        try {
            return new Tail.Told(change, json.writeValueAsString(change));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Entry " + change.seq() + " cannot be written as JSON", e);
        }
    }

    private void end() {
        ending = true;
        signal.release();
        List.copyOf(waiting).forEach(this::wake);
    }

    private void wake(UniEmitter<? super Void> emitter) {
        waiting.remove(emitter);
        emitter.complete(null);
    }
}
