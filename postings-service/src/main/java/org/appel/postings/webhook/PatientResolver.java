package org.appel.postings.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Looks names up on a few threads of its own. A look-up cannot be broken off, and on a virtual thread it would hold one of
 * the few carriers that all of them share. Whoever asks for a host that is being looked up waits for the same answer, so a
 * host whose name servers are slow holds one thread and no more.
 */
final class PatientResolver implements Resolver {

    /** More than one client has webhooks. */
    private static final int THREADS = 32;

    private static final int WAITING = 256;
    private static final int SECONDS_IDLE = 30;

    private final Lookup lookup;
    private final Executor threads;
    private final Map<String, CompletableFuture<List<InetAddress>>> underWay = new ConcurrentHashMap<>();

    private PatientResolver(Lookup lookup) {
        this.lookup = lookup;
        var pool = new ThreadPoolExecutor(
                THREADS,
                THREADS,
                SECONDS_IDLE,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform().name("webhook-resolver-", 0).daemon().factory());
        pool.allowCoreThreadTimeOut(true);
        this.threads = pool;
    }

    /** One look-up, as long as it takes. */
    @FunctionalInterface
    interface Lookup {
        List<InetAddress> of(String host) throws UnknownHostException;
    }

    /** As the machine does it. */
    static Resolver ofTheMachine() {
        return of(host -> List.of(InetAddress.getAllByName(host)));
    }

    static Resolver of(Lookup lookup) {
        return new PatientResolver(lookup);
    }

    @Override
    public List<InetAddress> resolve(String host, Duration limit) throws UnknownHostException {
        try {
            return underWay.computeIfAbsent(host, this::begin).get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
            throw unknown(host, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(host, e);
        }
    }

    private CompletableFuture<List<InetAddress>> begin(String host) {
        var answer = new CompletableFuture<List<InetAddress>>();
        threads.execute(() -> {
            try {
                answer.complete(lookup.of(host));
            } catch (UnknownHostException | RuntimeException e) {
                answer.completeExceptionally(e);
            } finally {
                underWay.remove(host, answer);
            }
        });
        return answer;
    }

    private static UnknownHostException unknown(String host, Exception cause) {
        var unknown = new UnknownHostException(host);
        unknown.initCause(cause);
        return unknown;
    }
}
